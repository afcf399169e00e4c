import fc from "fast-check";
import {expect, it} from "vitest";
import {cutAtRaised, lowered, superscript} from "../../lib/figures/superscript.js";

it("raises the digits and the sign of a whole number, and lowers them again", () =>
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(superscript(value)).toMatch(/^⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/);
      expect(lowered(superscript(value)).replace("−", "-")).toBe(String(value));
    })
  ));

it("cuts a text where its digits are raised", () => {
  expect(superscript(-308)).toBe("⁻³⁰⁸");
  expect(cutAtRaised("1.50 × 10⁻¹², or 10⁴")).toEqual(["1.50 × 10", "−12", ", or 10", "4", ""]);
  expect(cutAtRaised("0.0144")).toEqual(["0.0144"]);
});
