import fc from "fast-check";
import {expect, test} from "vitest";
import {blockText, differingBlock} from "../../lib/evidence/differingBlock.js";
import {historyDifference} from "../../lib/evidence/historyDifference.js";
import {standard} from "../../lib/experiments/parameters.js";
import {CHECKPOINT_EPOCHS} from "../../lib/experiments/recorder.js";
import {run, shortCheckpoints} from "../../lib/experiments/run.js";
import {columnNames, recordLength, type History} from "../../lib/model/history.js";
import {runDigest} from "../../lib/numerics/digest.js";

const original = await run({...standard("f1", 3, 1, 250), trainSize: 20, testSize: 5});
const stride = recordLength(3);

/** The digests of a history, checkpoints included. */
function digests({epochs, records}: History) {
  const digest = runDigest();
  const checkpoints: string[] = [];
  for (let from = 0; from + CHECKPOINT_EPOCHS <= epochs; from += CHECKPOINT_EPOCHS) {
    digest.update(records.subarray(from * stride, (from + CHECKPOINT_EPOCHS) * stride));
    checkpoints.push(digest.digest());
  }
  digest.update(records.subarray(checkpoints.length * CHECKPOINT_EPOCHS * stride));
  return {digest: digest.digest(), checkpoints};
}

/** The original's history with one bit of one number flipped. */
function withFlippedBit(index: number, bit: number): History {
  const records = original.history.records.slice();
  new BigUint64Array(records.buffer)[index]! ^= 1n << BigInt(bit);
  return {...original.history, records};
}

test("one flipped bit is found in its block, and by the history in its epoch and column", () => {
  const index = fc.nat(original.history.records.length - 1);
  fc.assert(
    fc.property(index, fc.nat(63), fc.boolean(), (i, bit, short) => {
      const epoch = Math.floor(i / stride);
      const history = withFlippedBit(i, bit);
      const found = digests(history);
      if (short) found.checkpoints = shortCheckpoints(found.checkpoints);
      const first = Math.floor(epoch / 100) * 100;
      expect(differingBlock(original, found, 250)).toEqual([first, Math.min(first + 99, 250)]);
      expect(differingBlock(found, original, 250)).toEqual([first, Math.min(first + 99, 250)]);
      const [a, b] = [original.history.records[i]!, history.records[i]!];
      expect(historyDifference(original.history, history)).toEqual({epoch, column: columnNames(3)[i % stride], a, b});
    })
  );
});

test("of several differences the first is found", () => {
  const records = original.history.records.slice();
  for (const epoch of [240, 130, 199]) records[epoch * stride] = -1;
  const history = {...original.history, records};
  expect(differingBlock(original, digests(history), 250)).toEqual([100, 199]);
  expect(historyDifference(original.history, history)).toMatchObject({epoch: 130, column: "test_loss", b: -1});
});

test("equal runs have no difference, and NaN equals NaN", () => {
  expect(differingBlock(original, digests(original.history), 250)).toBeNull();
  const records = original.history.records.slice().fill(NaN, 500);
  expect(historyDifference({...original.history, records}, {...original.history, records: records.slice()})).toBeNull();
});

test("signs of zero count", () => {
  const zero = (value: number) => ({...original.history, records: original.history.records.slice().fill(value, 7, 8)});
  expect(historyDifference(zero(0), zero(-0))).toEqual({epoch: 0, column: "V_1", a: 0, b: -0});
});

test("histories of different networks cannot be compared", () => {
  expect(() => historyDifference(original.history, {...original.history, hidden: 4})).toThrow(RangeError);
});

test("a run whose epochs are a multiple of 100 has a last block of one record", () => {
  const a = {digest: "a", checkpoints: ["1"]};
  expect(differingBlock(a, {...a, digest: "b"}, 100)).toEqual([100, 100]);
  expect(blockText([100, 100])).toBe("epoch 100");
  expect(blockText([0, 99])).toBe("epochs 0 to 99");
});
