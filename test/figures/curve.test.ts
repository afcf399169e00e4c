import {describe, expect, it} from "vitest";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {snapshot} from "../../lib/experiments/snapshot.js";
import {extentOf, lastDrawable, pointsOf, valueAt, weightsOf} from "../../lib/figures/curve.js";
import type {FigureData} from "../../lib/figures/panel.js";
import {column, columnNames, weightsAt} from "../../lib/model/history.js";
import {calm, overflowing, syntheticData} from "./syntheticFigure.js";

const loss = {run: calm, column: "test_loss"};
const weight = {run: calm, column: "V_0"};

describe("a curve that is read from its polyline", () => {
  it("is straight on a logarithmic scale for a loss, on a linear one for a weight", () => {
    const {values} = syntheticData.runs[calm]!.series["test_loss"]!;
    expect(valueAt(syntheticData, loss, 10)).toBe(values[1]);
    expect(valueAt(syntheticData, loss, 15)).toBeCloseTo(Math.sqrt(values[1]! * values[2]!), 12);
    const {values: weights} = syntheticData.runs[calm]!.series["V_0"]!;
    expect(valueAt(syntheticData, weight, 15)).toBeCloseTo((weights[1]! + weights[2]!) / 2, 12);
    expect(valueAt(syntheticData, weight, 100)).toBe(weights.at(-1));
  });

  it("ends where the run's values stop being finite", () => {
    const curve = {run: overflowing, column: "test_loss"};
    expect(lastDrawable(syntheticData, curve)).toBe(60);
    expect(valueAt(syntheticData, curve, 60)).toBe(8 / 64);
    expect(valueAt(syntheticData, curve, 61)).toBeNaN();
  });

  it("gives a window's points and the nearest beyond its edges", () => {
    const epochs = (from: number, to: number) => pointsOf(syntheticData, loss, [from, to]).map(([epoch]) => epoch);
    expect(epochs(0, 100)).toEqual([0, 10, 20, 50, 100]);
    expect(epochs(12, 30)).toEqual([10, 20, 50]);
    expect(epochs(21, 22)).toEqual([20, 50]);
    expect(epochs(20, 20)).toEqual([20, 50]);
  });

  it("has the extent of its vertices and of what it passes at the window's edges", () => {
    expect(extentOf(syntheticData, [loss], [10, 100])).toEqual([8 / 104, 8 / 14]);
    const [least, most] = extentOf(syntheticData, [loss], [12, 15])!;
    expect([least, most]).toEqual([valueAt(syntheticData, loss, 15), valueAt(syntheticData, loss, 12)]);
    expect(extentOf(syntheticData, [{run: overflowing, column: "test_loss"}], [70, 90])).toBeUndefined();
  });

  it("tells which data are missing", () => {
    expect(() => valueAt(syntheticData, {run: "f2-h3-rate1-epochs10", column: "V_0"}, 0)).toThrow(/lack the run f2-h3/);
    expect(() => valueAt(syntheticData, {run: calm, column: "V_9"}, 0)).toThrow(/lack V_9 of the run f1-h3/);
  });
});

describe("a run's snapshot beside its history", async () => {
  const finished = await run({...standard("f1", 3, 5, 220), trainSize: 40});
  const read: FigureData = {figure: "0", runs: {[finished.id]: snapshot(finished)}};
  const exact: FigureData = {...read, exact: {[finished.id]: finished.history}};
  const names = columnNames(3).filter((name) => !name.startsWith("grad_"));

  it.each(names)(
    "the values of %s lie within the polyline's bound, and are exact where the history is at hand",
    (name) => {
      const curve = {run: finished.id, column: name};
      const recorded = column(finished.history, name);
      const {bound} = read.runs[finished.id]!.series[name]!;
      recorded.forEach((value, epoch) => {
        if (epoch > lastDrawable(read, curve)) {
          expect(valueAt(read, curve, epoch)).toBeNaN();
          return;
        }
        const line = valueAt(read, curve, epoch);
        const difference = name.endsWith("_loss") ? Math.log10(line) - Math.log10(value) : line - value;
        expect(Math.abs(difference)).toBeLessThanOrEqual(bound * (1 + 1e-9) + 1e-12);
        expect(valueAt(exact, curve, epoch)).toBe(value);
      });
      expect(pointsOf(exact, curve, [10, 20])).toEqual(Array.from({length: 13}, (_, i) => [9 + i, recorded[9 + i]]));
    }
  );

  it("weights at an epoch come from the history, the snapshot's exact weights, or its polylines, or are unknown", () => {
    const own = read.runs[finished.id]!;
    expect(weightsOf(exact, finished.id, 37)).toEqual(weightsAt(finished.history, 37));
    expect(weightsOf(read, finished.id, own.weights.lowest.epoch)).toEqual(
      weightsAt(finished.history, own.weights.lowest.epoch)
    );
    expect(weightsOf(read, finished.id, 100)).toEqual(weightsAt(finished.history, 100));
    const between = weightsOf(read, finished.id, 37)!;
    weightsAt(finished.history, 37).V.forEach((value, k) =>
      expect(Math.abs(between.V[k]! - value)).toBeLessThanOrEqual(own.series[`V_${k}`]!.bound)
    );
    const bare: FigureData = {figure: "0", runs: {[finished.id]: {...own, series: {}}}};
    expect(weightsOf(bare, finished.id, 37)).toBeUndefined();
  });
});
