import {describe, expect, test} from "vitest";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {paperRuns} from "../../lib/experiments/registry.js";
import {run, type Run} from "../../lib/experiments/run.js";
import {column} from "../../lib/model/history.js";
import {paperValues} from "../../lib/node/paperValues.js";

interface Row {
  key: string;
  run: string | null;
  quantity: string;
  printed: string;
  stable: boolean;
}

const rows = paperValues() as unknown as Row[];
const stable = rows.filter((row) => row.stable && row.run !== null);
const runs = new Map<string, Promise<Run>>();

function result(id: string): Promise<Run> {
  if (!runs.has(id)) runs.set(id, run(parseRunId(id)));
  return runs.get(id)!;
}

/** How many digits the paper prints after the point. */
const decimals = (printed: string) => printed.split(".")[1]?.length ?? 0;

describe("where a run is stable, every printed digit is ours too", () => {
  const losses = stable.filter(({quantity}) => quantity === "lastTestLoss" || quantity === "lowestTestLoss");
  test("there are such numbers", () => expect(losses.length).toBeGreaterThanOrEqual(15));
  for (const {key, run: id, quantity, printed} of losses)
    test(`${key}: ${printed}`, async () => {
      const {summary} = await result(id!);
      expect(summary[quantity as "lastTestLoss"].toFixed(decimals(printed))).toBe(printed);
    });
});

test("from epoch 8000 to 10000 the long run improves by less than the paper says", async () => {
  const row = rows.find(({quantity}) => quantity === "testLossDecreaseFrom8000")!;
  const losses = column((await result(row.run!)).history, "test_loss");
  const decrease = 100 * (1 - losses[10_000]! / losses[8000]!);
  expect(decrease).toBeGreaterThan(0);
  expect(decrease).toBeLessThan(Number(row.printed));
});

test("the runs that the paper saw overflow do, and no other", async () => {
  for (const {id} of paperRuns.filter(({parameters}) => parameters.epochs <= 1200)) {
    const overflows = id === "f1-h3-rate5-epochs1000" || id === "f2-h8-rate1.5-epochs1000";
    expect([id, (await result(id)).summary.firstNonFiniteEpoch !== null]).toEqual([id, overflows]);
  }
});

test("the error of the run at rate 2 grows to the order that the paper prints", async () => {
  const row = rows.find(({key}) => key === "rate2-last")!;
  const {lastTestLoss} = (await result(row.run!)).summary;
  expect(lastTestLoss.toPrecision(2)).toBe(Number(row.printed).toPrecision(2));
});

test("every row names a run of the registry, or none", () => {
  for (const row of rows) if (row.run !== null) expect(paperRuns.map(({id}) => id)).toContain(row.run);
  expect(new Set(rows.map(({key}) => key)).size).toBe(rows.length);
});
