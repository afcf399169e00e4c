import {expect, it} from "vitest";
import type {Drift} from "../../lib/evidence/drift.js";
import {drawDrift} from "../../lib/figures/driftCharts.js";
import {document} from "./syntheticFigure.js";

const names = {other: "another", cause: "Caused by chance,"};
const draw = (drift: Drift) => drawDrift(drift, names, {document, width: 400});
const text = (drawing: Element) => drawing.textContent.replace(/\s+/g, " ");

const drift: Drift = {
  error: [Float64Array.of(1, 0.1, 0.01, 0.02), Float64Array.of(1, 0.1, 0.011, 0.5)],
  difference: Float64Array.of(0, 2e-16, 1e-8, 0.4)
};

it("draws both errors, marks and names where they end, and says so to a screen reader", () => {
  const [errors] = draw(drift);
  const lines = [...errors!.querySelectorAll("[data-series]")].map((line) => line.getAttribute("data-series"));
  expect(lines).toEqual(["ours", "other"]);
  expect(errors!.querySelectorAll(".panel-marks .mark-dot")).toHaveLength(2);
  expect(text(errors!)).toMatch(/ours.*last 0\.0200.*another.*last 0\.5000/);
  expect(errors!.querySelector("desc")!.textContent).toMatch(/0\.0200 for ours and 0\.5000 for the other/);
});

it("draws the difference from its first epoch on, on an axis that reaches from the last bit to one", () => {
  const [, difference] = draw(drift);
  const path = difference!.querySelector("[data-series=difference]")!.getAttribute("d")!;
  expect(path.match(/M/g)).toHaveLength(1);
  expect(path.match(/\d*\.?\d+/g)).toHaveLength(6);
  expect(text(difference!)).toMatch(/10⁻1?6|10−16|10-16/);
  expect(difference!.querySelector("desc")!.textContent).toMatch(
    /Caused by chance, it is .* in epoch 1 and at most 0\.4/
  );
});

it("has something to say where there is no difference, and where an error is not finite", () => {
  const errors = Float64Array.of(1, 0.5);
  const [, none] = draw({error: [errors, errors], difference: new Float64Array(2)});
  expect(none!.querySelector("desc")!.textContent).toMatch(/there is none: both courses are the same/);
  const [overflow] = draw({
    error: [errors, Float64Array.of(1, Infinity)],
    difference: Float64Array.of(0, NaN)
  });
  expect(text(overflow!)).toContain("last not finite");
  expect(overflow!.querySelector("[data-series=other]")!.getAttribute("d")).not.toMatch(/NaN|Infinity/);
});
