import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {InstabilityData} from "../../lib/evidence/instabilityData.js";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {drawInstability, instabilityStack} from "../../lib/figures/instabilityChart.js";
import {drawValley, walk, walkInWords} from "../../lib/figures/valleyChart.js";
import {document} from "./syntheticFigure.js";

const line = {epochs: [0, 10], values: [1, 0.1], bound: 0};
const data: InstabilityData = {
  version: 1,
  id: "f1-h2-rate0.5-epochs10",
  parameters: parseRunId("f1-h2-rate0.5-epochs10"),
  testLoss: line,
  trainLoss: line,
  every: 5,
  sharpness: [3, 5, 4000],
  second: [1, 1, 1],
  amplitude: [null, 1e-16, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, null, null],
  spells: [{from: 9, to: 10}],
  phases: [
    {
      kind: "floor",
      from: 0,
      onset: 9,
      floor: 1,
      crossing: 3,
      peak: {epoch: 5, etaLambda: 2.5},
      predicted: 8,
      range: [7, 10],
      expectedFrom: 1,
      expected: [1e-16, 2e-16]
    }
  ]
};

describe("the chart of a run's instability", () => {
  const stack = instabilityStack(data);
  const [errors, sharpness, oscillation] = stack.layers;

  it("sets error, sharpness and oscillation on one axis of epochs, with the crossing and the onset", () => {
    expect(stack.window).toEqual([0, 10]);
    expect(stack.moments!.map(({name, epoch}) => [name, epoch])).toEqual([
      ["crossing", 3],
      ["onset", 9]
    ]);
    expect(errors!.courses.map(({name}) => name)).toEqual(["train_loss", "test_loss"]);
    expect(oscillation!.scale).toBe("log");
  });

  it("holds the limit 2/η, and is not flattened by a spike", () => {
    expect(sharpness!.thresholds![0]!.value).toBe(4);
    expect(sharpness!.domain![1]).toBeGreaterThan(4);
    expect(sharpness!.domain![1]).toBeLessThan(10);
    expect([...(sharpness!.courses[1]!.epochs as number[])]).toEqual([0, 5, 10]);
  });

  it("puts the expected amplitude where it begins, as one course with a gap between two phases", () => {
    const expected = oscillation!.courses.find(({name}) => name === "expected")!;
    expect([...(expected.epochs as number[])]).toEqual([1, 2, 3]);
    expect([...(expected.values as number[])]).toEqual([1e-16, 2e-16, NaN]);
    const second = {...data.phases[0]!, kind: "remnant" as const, crossing: 7, expectedFrom: 7, expected: [1e-10]};
    const {courses} = instabilityStack({...data, phases: [data.phases[0]!, second]}).layers[2]!;
    expect(courses.map(({name}) => name)).toEqual(["amplitude", "expected"]);
    expect([...(courses[1]!.epochs as number[])]).toEqual([1, 2, 3, 7, 8]);
  });

  it("reads no value where there is none", () => {
    const readings = (epoch: number) =>
      [...drawInstability(data, {epoch}, {document, width: 400}).querySelectorAll(".panel-cursor")].at(-1)!.textContent;
    expect(readings(0)).toBe("");
    expect(readings(2)).toContain("expected");
    expect(readings(4)).toContain("10⁻¹³".replace("⁻¹³", "−13"));
    for (const epoch of [0, 2, 4, 10]) expect(readings(epoch)).not.toMatch(/not finite/);
    for (const epoch of [4, 10]) expect(readings(epoch)).not.toContain("expected");
  });

  it("marks no crossing of a run that is still swinging", () => {
    const swinging = instabilityStack({...data, phases: [{...data.phases[0]!, kind: "swinging"}]});
    expect(swinging.moments!.map(({name}) => name)).toEqual(["onset"]);
  });

  it("names the limit right of the plot, where no course can cover it", () => {
    const drawing = drawInstability(data, {}, {document, width: 400});
    const line = drawing.querySelector(".panel-threshold path")!.getAttribute("d")!;
    const right = Number(/H([\d.]+)$/.exec(line)![1]);
    expect(Number(drawing.querySelector(".panel-threshold text")!.getAttribute("x"))).toBeGreaterThan(right);
  });

  it("draws all of it, and reads an epoch", () => {
    const drawing = drawInstability(data, {epoch: 4}, {document, width: 400});
    for (const name of ["train_loss", "test_loss", "sharpness", "second", "amplitude", "expected"])
      expect(drawing.querySelector(`[data-series="${name}"]`), name).not.toBeNull();
    expect(drawing.querySelectorAll(".panel-cursor")).toHaveLength(3);
    expect(drawing.outerHTML).not.toContain("NaN");
  });
});

describe("a walk in a valley", () => {
  it("comes closer below ηλ = 2, and goes further away above", () => {
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 4, noNaN: true}), (etaLambda) => {
        const distances = walk(etaLambda).map(Math.abs);
        const closer = distances.at(-1)! < distances[0]!;
        if (Math.abs(etaLambda - 2) > 1e-6) expect(closer).toBe(etaLambda < 2);
      })
    );
  });

  it("says in words what it does", () => {
    expect(walkInWords(0.4)).toContain("creeps");
    expect(walkInWords(1.7)).toContain("settles");
    expect(walkInWords(2.1)).toContain("higher");
    const drawing = drawValley("a", 2.1, {document, width: 260});
    expect(drawing.querySelectorAll(".mark-dot").length).toBeGreaterThan(3);
    expect(drawing.querySelectorAll("[data-series=steps]")).toHaveLength(1);
  });
});
