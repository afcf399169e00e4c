import {expect, test} from "vitest";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import type {TargetName} from "../../lib/model/target.js";
import reference from "../fixtures/run-digests.json" with {type: "json"};

for (const {f, h, rate, epochs, ...known} of reference.runs)
  test(`(${f}, ${h}, ${rate}, ${epochs}) has the bits of the independent program`, async () => {
    const {digest, checkpoints, summary} = await run(standard(f as TargetName, h, rate, epochs));
    expect(digest).toBe(known.digest);
    expect(checkpoints[0]).toBe(known.checkpointAfter100Epochs);
    expect(checkpoints).toHaveLength(epochs / 100);
    expect(summary.lastTestLoss).toBe(Number(known.lastTestLoss));
    expect(summary.lowestTestLoss).toBe(Number(known.lowestTestLoss));
    expect(summary.lowestTestEpoch).toBe(known.lowestTestEpoch);
    expect(summary.lowestTrainEpoch).toBe(known.lowestTrainEpoch);
    expect(summary.firstNonFiniteEpoch).toBe(known.firstNonFiniteEpoch);
  });
