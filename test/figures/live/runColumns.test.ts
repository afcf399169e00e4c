import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {standard} from "../../../lib/experiments/parameters.js";
import {run, type Run} from "../../../lib/experiments/run.js";
import {columnsOf, runColumns} from "../../../lib/figures/live/runColumns.js";
import {column, columnNames, recordLength} from "../../../lib/model/history.js";
import {gradientNorms} from "../../model/gradientCourses.js";

const parameters = {...standard("f2", 4, 0.1, 60), trainSize: 20, testSize: 10};
const length = recordLength(4);
let whole: Run;

beforeAll(async () => {
  whole = await run(parameters);
});

describe("the columns of a run", () => {
  it("are those of its history, and of its gradients", () => {
    const columns = columnsOf(whole.history);
    for (const name of columnNames(4).filter((name) => !name.startsWith("grad")))
      expect(columns.column(name).values).toEqual(column(whole.history, name));
    expect(columns.column("gradient_norm").values.subarray(0, 60)).toEqual(gradientNorms(whole.history));
    expect(columns.column("gradient_norm").values[60]).toBeNaN();
    expect(columns.column("gradient_angle").values[0]).toBeNaN();
    expect(Math.max(...columns.column("gradient_angle").values.subarray(1, 60))).toBeLessThanOrEqual(180);
    expect([columns.rows, columns.lastEpoch, columns.every]).toEqual([61, 60, 1]);
    expect(() => columns.column("grad_U_0_0")).toThrow(/no column/);
  });

  it("are the same in whatever pieces the records come, with the run's end in between", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({min: 1, max: 30}), {maxLength: 8}), fc.boolean(), (sizes, stops) => {
        const {records} = whole.history;
        const pieces = runColumns(4);
        let epoch = 0;
        for (const size of [...sizes, 60]) {
          const next = Math.min(60, epoch + size);
          // A run that stops has a last record without its gradients; if it goes on, the whole record takes its place.
          if (stops) pieces.append(records.slice(epoch * length, epoch * length + 2 + 10), epoch);
          pieces.append(records.subarray(epoch * length, next * length), epoch);
          epoch = next;
        }
        pieces.append(records.subarray(60 * length), 60);
        const all = columnsOf(whole.history);
        for (const name of ["train_loss", "U_1_0", "V_3", "gradient_norm", "gradient_angle", "path_x", "path_y"])
          expect(pieces.column(name)).toEqual(all.column(name));
      })
    ));

  it("keep no more rows than they may, at equal distances, and know each angle and the path as if all were kept", () => {
    const thinned = runColumns(4, 16);
    thinned.append(whole.history.records, 0);
    const all = columnsOf(whole.history);
    expect(thinned.every).toBe(4);
    expect([...thinned.column("train_loss").epochs]).toEqual(Array.from({length: 16}, (_, i) => 4 * i));
    for (const name of ["test_loss", "gradient_angle", "path_y"]) {
      const kept = all.column(name).values.filter((_, i) => i % 4 === 0);
      expect(thinned.column(name).values).toEqual(kept);
    }
  });

  it("take no more room than their most rows ask for", () => {
    const most = 500;
    const columns = runColumns(2, most);
    const record = new Float64Array(10);
    for (let epoch = 0; epoch < 3000; ++epoch) {
      columns.append(record, epoch);
      if (epoch % 7 === 0) columns.append(record.subarray(0, 6), epoch + 1);
      expect(columns.rows).toBeLessThanOrEqual(most + 1);
    }
    expect(columns.column("V_1").values.buffer.byteLength).toBeLessThanOrEqual(8 * (most + 2));
    expect(columns.column("V_1").epochs.at(-1)).toBe(columns.lastEpoch);
  });

  it("of a thinned history have neither angles nor a path, for gradients are missing", async () => {
    const {history} = await run(parameters, {every: 7});
    const columns = columnsOf(history);
    expect([...columns.column("test_loss").epochs]).toEqual([0, 7, 14, 21, 28, 35, 42, 49, 56, 60]);
    expect(columns.every).toBe(7);
    expect(columns.column("gradient_angle").values.every(Number.isNaN)).toBe(true);
    expect(columns.column("path_x").values.subarray(1).every(Number.isNaN)).toBe(true);
  });

  it("find the row of an epoch", () => {
    const columns = columnsOf(whole.history);
    expect([-1, 0, 3.5, 60, 99].map((epoch) => columns.rowAt(epoch))).toEqual([-1, 0, 3, 60, 60]);
    expect(runColumns(4).lastEpoch).toBe(-1);
  });
});
