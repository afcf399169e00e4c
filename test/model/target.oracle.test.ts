import {describe, expect, it} from "vitest";
import {targets} from "../../lib/model/target.js";

describe("f1", () => {
  it("is 1 at 0 and e at 5", () => {
    expect(targets.f1(0)).toBe(1);
    expect(targets.f1(5)).toBe(Math.E);
    expect(targets.f1(-5)).toBe(0.36787944117144233);
  });
});

describe("f2", () => {
  it("is 0 at 0 and at both ends", () => {
    expect(targets.f2(0)).toBe(0);
    expect(Math.abs(targets.f2(5))).toBe(0);
    expect(Math.abs(targets.f2(-5))).toBe(0);
  });

  it("is 24 sin 1 at 1, odd", () => {
    // sin 1 = 0.84147098480789650665…, so its nearest binary64 is 0.8414709848078965.
    expect(targets.f2(1)).toBe(0.8414709848078965 * 24);
    expect(targets.f2(-1)).toBe(-0.8414709848078965 * 24);
  });
});
