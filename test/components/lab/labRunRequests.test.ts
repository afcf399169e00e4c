import {expect, test} from "vitest";
import {parseRunId} from "../../../lib/experiments/parameters.js";
import {labRun, type LabRun} from "../../../src/components/lab/labRun.js";

const long = parseRunId("f2-h12-rate0.05-epochs200000");
const short = parseRunId("f2-h4-rate0.1-epochs300");
const SLOW = {timeout: 120_000};

/** A run as the page has it, whose trainer works beside the test for want of workers. */
function page(): LabRun {
  return labRun(short, {grown() {}, changed() {}, failed() {}, fellBack() {}});
}

test("a pause right after a change of the rate is one, and the change holds", async () => {
  const run = page();
  run.open(long, long.epochs);
  await expect.poll(() => run.epoch, SLOW).toBeGreaterThan(0);
  run.setRate(0.03);
  run.pause();
  await expect.poll(() => run.rest?.rate, SLOW).toBe(0.03);
  expect(run.goal).toBeUndefined();
  const {epoch} = run.rest!;
  expect(epoch).toBeLessThan(long.epochs);
  expect(run.planned.rateChanges).toEqual([{epoch, rate: 0.03}]);
  // Nothing was asked to go on: what is asked next is answered from the same place.
  expect((await run.history()).epochs).toBe(epoch);
});

test("a change of the rate alone goes on, and one while it pauses does not", async () => {
  const run = page();
  run.open(long, long.epochs);
  await expect.poll(() => run.epoch, SLOW).toBeGreaterThan(0);
  run.setRate(0.03);
  await expect.poll(() => run.planned.rateChanges?.length, SLOW).toBe(1);
  expect(run.goal).toBe(long.epochs);
  run.pause();
  run.setRate(0.02);
  await expect.poll(() => run.rest?.rate, SLOW).toBe(0.02);
  expect(run.goal).toBeUndefined();
});

test("a history that was asked for before another run began is refused, and the next is of that run", async () => {
  const run = page();
  run.open(short, 300);
  await expect.poll(() => run.rest?.epoch, SLOW).toBe(300);
  const asked = run.history();
  run.open({...short, hidden: 5}, 10);
  await expect(asked).rejects.toThrow("another run has begun");
  await expect.poll(() => run.rest?.epoch, SLOW).toBe(10);
  expect(await run.history()).toMatchObject({hidden: 5, epochs: 10});
});
