import {expect, it} from "vitest";
import {
  epochTicks,
  formatDigits,
  formatEpoch,
  formatMeasured,
  formatPrinted,
  linearTicks,
  logTicks,
  powerOfTen
} from "../../lib/figures/numberFormat.js";

const texts = (ticks: {text: string}[]) => ticks.map(({text}) => text);

it.each([
  [0.0144, "0.0144"],
  [0.00084999, "0.0008"],
  [48.91678, "48.9168"],
  [-1.5, "−1.5000"],
  [0, "0.0000"],
  [9999.9999, "9999.9999"],
  [10000, "1.00 × 10⁴"],
  [27412.9, "2.74 × 10⁴"],
  [-3.5e155, "−3.50 × 10¹⁵⁵"],
  [0.00005, "0.0001"],
  [0.000049, "4.90 × 10⁻⁵"],
  [NaN, "not finite"],
  [-Infinity, "not finite"]
])("the measured number %d is written %s", (value, text) => expect(formatMeasured(value)).toBe(text));

it.each([
  ["0.0144", "0.0144"],
  ["2.7e4", "2.7 × 10⁴"],
  ["8e-8", "8 × 10⁻⁸"]
])("the paper's %s keeps its digits: %s", (printed, text) => expect(formatPrinted(printed)).toBe(text));

it.each([
  [0, "0"],
  [755, "755"],
  [1000, "1000"],
  [10000, "10,000"],
  [1000000, "1,000,000"]
])("epoch %d is written %s", (epoch, text) => expect(formatEpoch(epoch)).toBe(text));

it.each([
  [0.2857, 2, "0.29"],
  [1, 2, "1.0"],
  [0.999, 2, "1.0"],
  [9.96, 2, "10"],
  [754.3, 2, "750"],
  [1893, 2, "1900"],
  [25_432, 2, "25,000"],
  [2.789, 3, "2.79"],
  [0, 2, "0.0"]
])("%d to %i digits is written %s", (value, digits, text) => expect(formatDigits(value, digits)).toBe(text));

it("writes powers of ten in superscripts", () => {
  expect([-12, -1, 0, 4, 308].map(powerOfTen)).toEqual(["10⁻¹²", "10⁻¹", "10⁰", "10⁴", "10³⁰⁸"]);
});

it("ticks a linear axis with the decimals that it needs", () => {
  expect(texts(linearTicks([-1.6, 0.7], 4))).toEqual(["−1.5", "−1.0", "−0.5", "0.0", "0.5"]);
  expect(texts(linearTicks([-24, 24], 5))).toEqual(["−20", "−10", "0", "10", "20"]);
  expect(texts(linearTicks([1.2431, 1.2539], 4))).toEqual(["1.244", "1.246", "1.248", "1.250", "1.252"]);
  expect(texts(linearTicks([-2.2e155, 1.1e155], 3))).toEqual(["−2 × 10¹⁵⁵", "−10¹⁵⁵", "0", "10¹⁵⁵"]);
  expect(texts(linearTicks([0, 2.1e-6], 2))).toEqual(["0", "10⁻⁶", "2 × 10⁻⁶"]);
});

it("ticks a logarithmic axis with powers of ten, within two decades with 2 and 5 too", () => {
  expect(texts(logTicks([0.0006, 1.2], 4))).toEqual(["0.001", "0.01", "0.1", "1"]);
  expect(texts(logTicks([0.9, 90], 4))).toEqual(["1", "2", "5", "10", "20", "50"]);
  expect(texts(logTicks([1.1, 1.9], 4))).toEqual(["1.2", "1.4", "1.6", "1.8"]);
  expect(texts(logTicks([1e-7, 1e-3], 6))).toEqual(["10⁻⁷", "10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³"]);
  expect(texts(logTicks([0.5, 1e307], 4))).toEqual(["10⁰", "10¹⁰⁰", "10²⁰⁰", "10³⁰⁰"]);
  expect(texts(logTicks([0.5, 3e4], 6))).toEqual(["1", "10", "100", "1000", "10,000"]);
});

it("ticks epochs at whole numbers only", () => {
  expect(texts(epochTicks([0, 10000], 5))).toEqual(["0", "2000", "4000", "6000", "8000", "10,000"]);
  expect(texts(epochTicks([3, 5], 8))).toEqual(["3", "4", "5"]);
});
