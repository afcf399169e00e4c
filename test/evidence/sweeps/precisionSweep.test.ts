import {expect, test} from "vitest";
import {outcome} from "../../../lib/evidence/sweeps/precisionOutcome.js";
import {PRECISION_RUN, precisionColumns, precisionSweep} from "../../../lib/evidence/sweeps/precisionSweep.js";
import {sweepNamed} from "../../../lib/evidence/sweeps/sweeps.js";
import {parseRunId, significantBits} from "../../../lib/experiments/parameters.js";

test("the sweep has the same run in more and more bits, each once", () => {
  expect(sweepNamed("precision")).toBe(precisionSweep);
  const members = precisionSweep.runs.map(parseRunId);
  const bits = members.map(({arithmetic}) => significantBits(arithmetic));
  expect(bits).toEqual([...new Set(bits)].sort((a, b) => a - b));
  expect(bits).toEqual(expect.arrayContaining([24, 53, 106]));
  for (const {arithmetic, ...rest} of members)
    expect({...rest, arithmetic}).toEqual({...parseRunId(PRECISION_RUN), arithmetic});
});

test("finer arithmetic postpones the shock", async () => {
  const onset = precisionColumns.indexOf("onset");
  const onsets: number[] = [];
  for (const arithmetic of ["-bits20", "-bits36", "", "-double-double"]) {
    const {values, curve} = await outcome(`${PRECISION_RUN}${arithmetic}`);
    expect(curve).toEqual([]);
    onsets.push(values[onset]!);
  }
  for (let i = 1; i < onsets.length; ++i) expect(onsets[i]).toBeGreaterThan(onsets[i - 1]! + 10);
});
