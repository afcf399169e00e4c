import {expect, test} from "vitest";
import {formatMeasured} from "../../../lib/figures/numberFormat.js";
import {spoken} from "../../../src/components/lab/spoken.js";

test("a power of ten is spoken in words, all else stays", () => {
  expect(spoken(`test error ${formatMeasured(2.74e-7)}.`)).toBe("test error 2.74 times ten to the minus 7.");
  expect(spoken(`${formatMeasured(-1.5e120)}, ${formatMeasured(0.25)}`)).toBe("−1.50 times ten to the 120, 0.2500");
});
