import fc from "fast-check";
import {expect, test} from "vitest";
import type {RunParameters} from "../../lib/experiments/parameters.js";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {openSession} from "../../lib/experiments/session.js";
import {epochOf, recordLength, rowCount, weightCount} from "../../lib/model/history.js";

const hidden = fc.integer({min: 2, max: 6});
const rate = fc.constantFrom(0.05, 0.1, 0.5, 2);
const start = fc
  .record({hidden, learningRate: rate, noise: fc.option(fc.constant(0.3)), rounding: fc.option(fc.constant("a"))})
  .map(({hidden, learningRate, noise, rounding}): RunParameters => ({
    ...standard("f2", hidden, learningRate, 50),
    trainSize: 30,
    testSize: 10,
    ...(noise === null ? {} : {noise}),
    ...(rounding === null ? {} : {rounding})
  }));
const pieces = fc.array(fc.record({steps: fc.integer({min: 0, max: 90}), rate: fc.option(rate)}), {
  minLength: 1,
  maxLength: 8
});
const loop = fc.constantFrom("kernel" as const, "reference" as const);

test("a session in any pieces, at any rates, listened to or not, is the run of its parameters at one go", async () => {
  await fc.assert(
    fc.asyncProperty(start, pieces, loop, fc.boolean(), async (planned, all, loop, listened) => {
      const session = await openSession(planned, {loop});
      for (const {steps, rate} of all) {
        if (rate !== null) session.setRate(rate);
        if (rate !== null) expect(session.rate).toBe(rate);
        await session.advance(steps, listened ? {onProgress: () => {}} : {});
        if (steps % 2 === 1) await session.digest();
      }
      fc.pre(session.epoch > 0);
      const whole = await run(session.parameters, {loop: loop === "kernel" ? "reference" : "kernel"});
      expect(session.epoch).toBe(all.reduce((sum, {steps}) => sum + steps, 0));
      expect(await session.digest()).toBe(whole.digest);
      expect(await session.history()).toEqual(whole.history);
      expect(await session.summary()).toEqual(whole.summary);
      expect(session.checkpoints).toEqual(whole.checkpoints);
      expect(await session.close()).toEqual(whole);
    }),
    {numRuns: 40}
  );
});

test("past its limit a history is thinned, and the digest is still that of all records", async () => {
  await fc.assert(
    fc.asyncProperty(start, pieces, fc.integer({min: 2, max: 60}), async (planned, all, records) => {
      const limit = records * recordLength(planned.hidden);
      const session = await openSession(planned, {limit});
      for (const {steps} of all) await session.advance(steps);
      const {epoch} = session;
      fc.pre(epoch > 0);
      const {history, ...rest} = await session.close();
      const {history: full, ...others} = await run({...planned, epochs: epoch});
      expect(rest).toEqual(others);
      const length = recordLength(planned.hidden);
      const rows = rowCount(history);
      expect(history.records).toHaveLength(rows * length - weightCount(planned.hidden));
      expect(history.records.length).toBeLessThanOrEqual(Math.max(limit, 3 * length));
      for (let row = 0; row < rows; ++row) {
        const from = epochOf(history, row) * length;
        expect(history.records.slice(row * length, (row + 1) * length)).toEqual(
          full.records.slice(from, from + Math.min(length, history.records.length - row * length))
        );
      }
    }),
    {numRuns: 40}
  );
});
