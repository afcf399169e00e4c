import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Polyline} from "../../lib/experiments/polyline.js";
import type {Snapshot} from "../../lib/experiments/snapshot.js";
import {figures} from "../../lib/figures/catalogue.js";
import {drawPanel} from "../../lib/figures/drawPanel.js";
import {figureData} from "../../lib/figures/figureData.js";
import {panelLayout} from "../../lib/figures/interaction.js";
import type {EpochPanel, FigureData} from "../../lib/figures/panel.js";
import {weightNames} from "../../lib/model/history.js";
import {calm, document, errorPanelOf, learnedPanelOf, syntheticData, weightsPanelOf} from "./syntheticFigure.js";

const EPOCHS = 100;

/** A curve over the epochs 0 to 100, or to an earlier one where it stops being finite. */
function polylines(value: fc.Arbitrary<number>): fc.Arbitrary<Polyline> {
  return fc
    .tuple(
      fc.uniqueArray(fc.integer({min: 1, max: EPOCHS}), {maxLength: 12}),
      fc.array(value, {minLength: 14}),
      fc.boolean()
    )
    .map(([inner, values, whole]) => {
      const epochs = [...new Set([0, ...inner, ...(whole ? [EPOCHS] : [])])].sort((a, b) => a - b);
      return {epochs, values: epochs.map((_, i) => values[i]!), bound: 0};
    });
}

const magnitude = fc
  .tuple(fc.double({min: 1, max: 10, noNaN: true, maxExcluded: true}), fc.integer({min: -300, max: 300}))
  .map(([digits, exponent]) => Number(`${digits}e${exponent}`));
const ordinary = fc.double({min: -100, max: 100, noNaN: true});
const weight = fc.oneof(
  ordinary,
  magnitude,
  magnitude.map((value) => -value)
);

const cases = fc.record({
  loss: polylines(fc.oneof(fc.double({min: 1e-5, max: 1e3, noNaN: true}), magnitude)),
  weights: fc.array(polylines(weight), {minLength: 7, maxLength: 7}),
  from: fc.integer({min: 0, max: EPOCHS - 1}),
  length: fc.integer({min: 1, max: EPOCHS}),
  epoch: fc.option(fc.integer({min: 0, max: EPOCHS}), {nil: undefined}),
  width: fc.integer({min: 300, max: 700})
});

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function dataOf({loss, weights}: Case): FigureData {
  const snapshot: Snapshot = {...syntheticData.runs[calm]!, series: {test_loss: loss, train_loss: loss}};
  weightNames(3).forEach((name, i) => (snapshot.series[name] = weights[i]!));
  return {figure: "0", runs: {[calm]: snapshot}};
}

function panelsOf(): EpochPanel[] {
  return [errorPanelOf(calm), errorPanelOf(calm, ["test_loss", "train_loss"]), weightsPanelOf(calm, weightNames(3))];
}

function viewOf({from, length, epoch}: Case) {
  return {epochs: [from, Math.min(EPOCHS, from + length)] as const, epoch};
}

const COORDINATES = / (?:d|x|y|cx|cy|r|width|height|dy|transform|viewBox)="([^"]*)"/g;

describe("a panel of any curves in any window", () => {
  it("has finite coordinates of at most two decimals, and no text below 8 px or, if it is no index, below 11 px", () =>
    fc.assert(
      fc.property(cases, (one) => {
        for (const panel of [...panelsOf(), learnedPanelOf(calm, "last")]) {
          const drawing = drawPanel(panel, dataOf(one), {document, width: one.width, ...viewOf(one)});
          const coordinates = [...drawing.outerHTML.matchAll(COORDINATES)].map((match) => match[1]!);
          expect(coordinates.length).toBeGreaterThan(20);
          expect(coordinates.filter((value) => /\.\d{3}|NaN|Infinity|\de|undefined/.test(value))).toEqual([]);
          const sizes = (selector: string) =>
            [...drawing.querySelectorAll(selector)].map((text) => Number(text.getAttribute("font-size")));
          expect(Math.min(...sizes("text"))).toBeGreaterThanOrEqual(11);
          expect(Math.min(8, ...sizes("tspan[font-size]"))).toBe(8);
        }
      }),
      {numRuns: 40}
    ));

  it("shows every series once, and says so to a screen reader", () =>
    fc.assert(
      fc.property(cases, (one) => {
        for (const panel of panelsOf()) {
          const drawing = drawPanel(panel, dataOf(one), {document, width: one.width, ...viewOf(one)});
          const drawn = [...drawing.querySelectorAll("path.series")];
          expect(drawn.map((path) => path.getAttribute("data-series"))).toEqual(panel.columns);
          expect(drawn.every((path) => path.getAttribute("data-run") === calm)).toBe(true);
          expect(drawn.every((path) => path.getAttribute("data-panel") === panel.id)).toBe(true);
          expect(drawing.getAttribute("role")).toBe("img");
          expect(drawing.children[0]!.nodeName.toLowerCase()).toBe("title");
          expect(drawing.children[1]!.textContent).not.toMatch(/NaN|undefined|null|\$/);
        }
      }),
      {numRuns: 40}
    ));

  it("has axes that cover the window, and every value in it", () =>
    fc.assert(
      fc.property(cases, (one) => {
        const view = viewOf(one);
        const data = dataOf(one);
        for (const panel of panelsOf()) {
          const outside: unknown[] = [];
          const {x, y, left, right, top, bottom} = panelLayout(panel, data, {width: one.width, ...view});
          expect(x(view.epochs[0])).toBeCloseTo(left, 6);
          expect(x(view.epochs[1])).toBeCloseTo(right, 6);
          for (const column of panel.columns) {
            const {epochs, values} = data.runs[calm]!.series[column]!;
            epochs.forEach((epoch, i) => {
              if (epoch < view.epochs[0] || epoch > view.epochs[1]) return;
              const at = y(values[i]!);
              if (!(at >= top - 0.01 && at <= bottom + 0.01)) outside.push([column, epoch, at]);
            });
          }
          expect(outside).toEqual([]);
        }
      }),
      {numRuns: 100}
    ));
});

it("ids are unique on a page with all panels, and with a panel drawn twice under another prefix", () => {
  const draw = (idPrefix?: string) =>
    figures.flatMap((figure) => {
      const data = figureData(figure, (id) => ({...syntheticData.runs[calm]!, id, series: anySeries}));
      return figure.panels.map((panel) => drawPanel(panel, data, {document, width: figure.panelWidth, idPrefix}));
    });
  const ids = [...draw(), ...draw("again-")].flatMap((drawing) => [
    ...[drawing, ...drawing.querySelectorAll("[id]")].map((node) => node.getAttribute("id")).filter(Boolean)
  ]);
  expect(ids).toHaveLength(88);
  expect(new Set(ids).size).toBe(ids.length);
  for (const drawing of draw())
    for (const node of drawing.querySelectorAll("[clip-path]"))
      expect(drawing.querySelector(`[id="${node.getAttribute("clip-path")!.slice(5, -1)}"]`)).not.toBeNull();
});

const anySeries = Object.fromEntries(
  ["test_loss", "train_loss", ...weightNames(8)].map((name) => [name, syntheticData.runs[calm]!.series["test_loss"]!])
);
