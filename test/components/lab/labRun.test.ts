import {expect, test, vi} from "vitest";
import {MAX_EPOCHS, parseRunId, type RunParameters} from "../../../lib/experiments/parameters.js";
import {run} from "../../../lib/experiments/run.js";
import {labRun} from "../../../src/components/lab/labRun.js";

/** A run as the page has it, whose trainer works beside the test for want of workers. */
function page(first: RunParameters) {
  const failures: string[] = [];
  const changed = vi.fn();
  const listener = {grown() {}, changed, failed: (reason: string) => void failures.push(reason), fellBack() {}};
  return {run: labRun(first, listener), failures, changed};
}

/** As long as a run may be, and trained in a second or two, where nothing else keeps the machine busy. */
const longest = parseRunId(`f1-h2-rate0.1-epochs${MAX_EPOCHS}-train1-test1`);
const SLOW = {timeout: 120_000};
const short = parseRunId("f2-h4-rate0.1-epochs300");
const slow = parseRunId("f2-h12-rate0.05-epochs200000");

test("a run is planned, and trained, for no more epochs than a run may have", async () => {
  const nearly = {...longest, epochs: MAX_EPOCHS - 10};
  const {run: long, failures} = page(nearly);
  long.open(nearly, nearly.epochs);
  await expect.poll(() => long.rest?.epoch, SLOW).toBe(nearly.epochs);
  long.setRate(0.2);
  await expect.poll(() => long.rest?.rate).toBe(0.2);
  expect(long.planned).toEqual({...longest, rateChanges: [{epoch: nearly.epochs, rate: 0.2}]});
  long.train(MAX_EPOCHS, Infinity);
  await expect.poll(() => long.rest?.epoch, SLOW).toBe(MAX_EPOCHS);
  const {rest, planned} = long;
  expect(() => long.train(MAX_EPOCHS + 100, Infinity)).toThrow(
    "A run has at most 1,000,000 epochs: 100 more than 1,000,000 do not fit."
  );
  expect(() => long.setRate(0.3)).toThrow("No step follows: a run has at most 1,000,000 epochs.");
  expect([long.rest, long.planned, long.goal]).toEqual([rest, planned, undefined]);
  long.open(long.planned, 10);
  await expect.poll(() => long.rest?.epoch).toBe(10);
  expect(failures).toEqual([]);
});

test("a run that fails is told of, trains no more, and gives way to another", async () => {
  const impossible = {...short, epochs: MAX_EPOCHS + 1};
  const {run: failing, failures, changed} = page(impossible);
  failing.open(impossible, 10);
  expect(failing.goal).toBe(10);
  changed.mockClear();
  const sentence = /epochs must be a whole number from 1 to 1000000/;
  await expect.poll(() => failures.at(-1)).toMatch(sentence);
  expect(failing.goal).toBeUndefined();
  expect(changed).toHaveBeenCalled();
  failures.length = 0;
  failing.train(20, Infinity);
  await expect.poll(() => failures.at(-1)).toMatch(sentence);
  expect(failing.goal).toBeUndefined();
  failing.open(short, 300);
  await expect.poll(() => failing.rest?.digest).toBe((await run(short)).digest);
});

test("a rate that is set while a run trains holds from the epoch that it names", async () => {
  const long = {...short, epochs: 20_000};
  const {run: trained} = page(long);
  trained.open(long, 20_000);
  await expect.poll(() => trained.epoch).toBeGreaterThan(0);
  trained.setRate(0.05);
  await expect.poll(() => trained.rest?.epoch, SLOW).toBe(20_000);
  expect(trained.planned.rateChanges).toHaveLength(1);
  expect(trained.rest!.parameters).toEqual(trained.planned);
  expect(trained.rest!.digest).toBe((await run(trained.planned, {every: 100})).digest);
});

test("a pause right after a change of the rate is one, and the change holds", async () => {
  const {run} = page(short);
  run.open(slow, slow.epochs);
  await expect.poll(() => run.epoch, SLOW).toBeGreaterThan(0);
  run.setRate(0.03);
  run.pause();
  await expect.poll(() => run.rest?.rate, SLOW).toBe(0.03);
  expect(run.goal).toBeUndefined();
  const {epoch} = run.rest!;
  expect(epoch).toBeLessThan(slow.epochs);
  expect(run.planned.rateChanges).toEqual([{epoch, rate: 0.03}]);
  // Nothing was asked to go on: what is asked next is answered from the same place.
  expect((await run.history()).epochs).toBe(epoch);
});

test("a change of the rate alone goes on, and one while it pauses does not", async () => {
  const {run} = page(short);
  run.open(slow, slow.epochs);
  await expect.poll(() => run.epoch, SLOW).toBeGreaterThan(0);
  run.setRate(0.03);
  await expect.poll(() => run.planned.rateChanges?.length, SLOW).toBe(1);
  expect(run.goal).toBe(slow.epochs);
  run.pause();
  run.setRate(0.02);
  await expect.poll(() => run.rest?.rate, SLOW).toBe(0.02);
  expect(run.goal).toBeUndefined();
});

test("a history that was asked for before another run began is refused, and the next is of that run", async () => {
  const {run} = page(short);
  run.open(short, 300);
  await expect.poll(() => run.rest?.epoch, SLOW).toBe(300);
  const asked = run.history();
  run.open({...short, hidden: 5}, 10);
  await expect(asked).rejects.toThrow("another run has begun");
  await expect.poll(() => run.rest?.epoch, SLOW).toBe(10);
  expect(await run.history()).toMatchObject({hidden: 5, epochs: 10});
});
