import {beforeAll, describe, expect, it} from "vitest";
import {standard} from "../../../lib/experiments/parameters.js";
import {run, type Run} from "../../../lib/experiments/run.js";
import {startingPoint} from "../../../lib/experiments/startingPoint.js";
import {chartHeight, drawChart} from "../../../lib/figures/chart.js";
import {coursesDrawing, type Courses} from "../../../lib/figures/charts/courses.js";
import {layout} from "../../../lib/figures/layout.js";
import {drawGradientPath} from "../../../lib/figures/live/gradientPath.js";
import {
  angleCourses,
  errorCourses,
  normCourses,
  weightCourses,
  type LiveRun
} from "../../../lib/figures/live/liveCourses.js";
import {drawLearned, type LiveLearned} from "../../../lib/figures/live/liveLearned.js";
import {drawLiveNetwork, networkHeight} from "../../../lib/figures/live/liveNetwork.js";
import {columnsOf, runColumns} from "../../../lib/figures/live/runColumns.js";
import {formatMeasured} from "../../../lib/figures/numberFormat.js";
import {column, weightNames, weightsAt} from "../../../lib/model/history.js";
import type {Weights} from "../../../lib/model/weights.js";
import {targetOf} from "../../../lib/model/target.js";
import {document} from "../syntheticFigure.js";

const parameters = {...standard("f1", 3, 1, 100), trainSize: 30, testSize: 10};
const name = {id: "x", letter: "a", title: "Title"};
const options = {document, width: 330};
const window = [0, 100] as const;
let own: Run;
let runs: LiveRun[];

beforeAll(async () => {
  own = await run(parameters);
  const other = await run({...parameters, weights: "other", epochs: 40});
  runs = [
    {id: "own", columns: columnsOf(own.history)},
    {id: "other", label: "A", columns: columnsOf(other.history)}
  ];
});

const series = (drawing: Element) =>
  [...drawing.querySelectorAll(".series")].map(
    (line) => `${line.getAttribute("data-run")} ${line.getAttribute("data-series")}`
  );

describe("live curves", () => {
  const draw = (courses: Courses, epoch?: number) =>
    drawChart({...name, kind: "courses"}, coursesDrawing(courses, {window, epoch, width: 330}), {
      ...options,
      height: chartHeight(330)
    });

  it("lie over those of the other runs", () => {
    expect(series(draw(errorCourses(runs, "log")))).toEqual([
      "other test_loss",
      "other train_loss",
      "own test_loss",
      "own train_loss"
    ]);
    const V = draw(weightCourses(runs, "V"));
    expect(series(V).slice(3)).toEqual(["own V_0", "own V_1", "own V_2"]);
    expect([...V.querySelectorAll(".series-label")].map((one) => one.textContent)).toEqual(["V0", "V1", "V2"]);
  });

  it("are read at the cursor, and end where their run ends", () => {
    const drawing = draw(normCourses(runs, "log"), 50);
    const value = runs[0]!.columns.column("gradient_norm").values[50]!;
    expect(drawing.querySelector(".panel-cursor")!.textContent).toContain(formatMeasured(value));
    const places = layout(coursesDrawing(normCourses(runs, "log"), {window, width: 330}), 330, 241);
    const numbers = drawing.querySelector("[data-run=other]")!.getAttribute("d")!;
    expect(Number(/M([\d.]+)/.exec(numbers)![1])).toBeCloseTo(places.x(0), 1);
  });

  it("show angles from 0 to 180 degrees, and on a logarithmic scale the sizes of weights", () => {
    expect(angleCourses(runs, "linear").domain).toEqual([0, 180]);
    const sizes = weightCourses(runs, "U", "log").courses.find(({run, name}) => run === "own" && name === "U_0_1")!;
    expect(Array.from(sizes.values)).toEqual([...column(own.history, "U_0_1")].map(Math.abs));
  });

  it("say what they show, and that there is nothing yet before the first epoch", () => {
    expect(errorCourses(runs, "log").description).toMatch(
      /^Up to epoch 100: at the end test [\d.]+, training [\d.]+\.$/
    );
    const empty = errorCourses([{id: "own", columns: runColumns(3)}], "log");
    expect(draw(empty).querySelector("desc")!.textContent).toBe("Nothing has been trained yet.");
  });

  it("are named at their ends if few, in a legend if more, and not at all if they are too many", () => {
    const named = (hidden: number) =>
      weightCourses([{id: "own", columns: runColumns(hidden)}], "U").courses.map(({named}) => named);
    expect(new Set(named(7))).toEqual(new Set(["end"]));
    expect(new Set(named(13))).toEqual(new Set(["legend"]));
    expect(new Set(named(40))).toEqual(new Set(["nowhere"]));
  });
});

describe("the learned function", () => {
  const learned = (): LiveLearned => ({
    name: "$f_1$",
    target: targetOf("f1"),
    weights: weightsAt(own.history, 100),
    epoch: 100,
    data: startingPoint(parameters).train,
    contributions: true
  });

  it("shows the data, the target, and what each unit adds", () => {
    const drawing = drawLearned(name, learned(), options);
    expect(drawing.querySelector("[data-series=data]")!.getAttribute("d")!.match(/h0/g)).toHaveLength(30);
    expect(drawing.querySelectorAll("[data-series=contribution]")).toHaveLength(3);
    const without = drawLearned(name, {...learned(), contributions: false, data: undefined}, options);
    expect(without.querySelectorAll(".series")).toHaveLength(2);
  });

  it("shows what other runs have learned paler, and says so", () => {
    const others = [{id: "other", weights: weightsAt(own.history, 5)}];
    const drawing = drawLearned(name, {...learned(), others}, options);
    const [pale, full] = drawing.querySelectorAll(".series[data-series=learned]");
    expect([pale!.getAttribute("data-run"), full!.hasAttribute("data-run")]).toEqual(["other", false]);
    expect(pale!.getAttribute("stroke-opacity")).toBe("0.45");
    expect(drawing.textContent).toContain("pinned");
    expect(drawLearned(name, learned(), options).textContent).not.toContain("pinned");
  });

  it("does not flatten the target when the network overflows", () => {
    const weights: Weights = {hidden: 2, U: Float64Array.of(0, 0), V: Float64Array.of(0, 1e300)};
    const drawing = drawLearned(name, {...learned(), weights, epoch: 9}, options);
    expect(drawing.outerHTML).not.toMatch(/NaN|Infinity/);
    const ticks = [...drawing.querySelectorAll(".panel-ticks text")].map((tick) =>
      Number(tick.textContent.replace("−", "-"))
    );
    expect(Math.max(...ticks.filter(Number.isFinite))).toBeLessThan(10);
    const broken = {...weights, V: Float64Array.of(NaN, NaN)};
    expect(drawLearned(name, {...learned(), weights: broken}, options).textContent).toContain("epoch 100: not finite");
  });
});

describe("the path of gradients", () => {
  const drawing = () => drawGradientPath(name, runs.slice(0, 1), {}, options);

  it("has an arrow for each gradient, on one scale in both directions, which the bar tells", () => {
    const d = drawing().querySelector("[data-series=path]")!.getAttribute("d")!;
    const [start, ...steps] = d.replace(/^M/, "").split("l");
    const numbers = steps
      .join("")
      .match(/-?\d*\.?\d+/g)!
      .map(Number);
    const first = Math.hypot(numbers[0]!, numbers[1]!);
    const bar = drawing().querySelector(".scale-bar")!;
    const [, from, to] = /M([\d.]+),.*H([\d.]+)/.exec(bar.getAttribute("d")!)!;
    const perNorm = (Number(to) - Number(from)) / Number(bar.getAttribute("data-norm"));
    expect(first / perNorm).toBeCloseTo(runs[0]!.columns.column("gradient_norm").values[0]!, 1);
    expect(start).toMatch(/^[\d.]+,[\d.]+$/);
    expect(drawing().textContent).toContain("gradients of the epochs 0 to 99");
  });

  it("is drawn strongly up to the cursor, and says so where there is none", () => {
    const half = drawGradientPath(name, runs, {epoch: 10}, options);
    expect(half.querySelectorAll(".gradient-path")).toHaveLength(3);
    expect(half.textContent).toContain("gradients of the epochs 0 to 10");
    const none = drawGradientPath(name, [{id: "own", columns: runColumns(3)}], {}, options);
    expect(none.textContent).toContain("no gradient yet");
    expect(none.outerHTML).not.toMatch(/NaN|Infinity/);
  });
});

describe("the network with its weights", () => {
  const draw = (weights: Weights, more = {}) => drawLiveNetwork(name, {weights, epoch: 5, ...more}, options);
  const weights = (hidden: number): Weights => ({
    hidden,
    U: Float64Array.from({length: 2 * (hidden - 1)}, (_, i) => (i % 3) - 1),
    V: Float64Array.from({length: hidden}, (_, k) => k - 2)
  });

  it.each([2, 8, 40])(
    "has a target with name and value for every weight of %d units, and a sign that is no colour",
    (hidden) => {
      const drawing = draw(weights(hidden));
      const targets = [...drawing.querySelectorAll("[data-weight]")];
      expect(targets.map((one) => one.getAttribute("data-weight"))).toEqual(weightNames(hidden));
      const {U, V} = weights(hidden);
      const values = [...U, ...V];
      expect(targets.map((one) => Number(one.getAttribute("data-value")))).toEqual(values);
      const signs = [...drawing.querySelectorAll(".network-sign")].map((one) => one.getAttribute("data-sign"));
      expect(signs).toEqual(values.filter((value) => value !== 0).map((value) => (value > 0 ? "+" : "-")));
    }
  );

  it("draws larger weights with wider lines, and gives each unit at least 13 px", () => {
    const drawing = draw(weights(8));
    const widths = [...drawing.querySelectorAll(".edge-line")].map((line) => Number(line.getAttribute("stroke-width")));
    expect(widths[14 + 7]!).toBeGreaterThan(widths[14 + 5]!);
    expect(widths[14 + 2]!).toBe(0.6);
    expect(networkHeight(40, 330)).toBeGreaterThanOrEqual(40 * 13);
  });

  it("marks the selected weight, and survives what is not finite", () => {
    expect(draw(weights(3), {selected: "U_1_0"}).querySelectorAll(".selected")).toHaveLength(1);
    const broken = draw({hidden: 2, U: Float64Array.of(NaN, Infinity), V: Float64Array.of(1, 0)});
    expect(broken.outerHTML).not.toMatch(/(?:d|width|cx|cy)="[^"]*(?:NaN|Infinity)/);
  });
});
