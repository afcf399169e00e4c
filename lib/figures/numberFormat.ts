import {tickStep, ticks} from "d3-array";
import {format} from "d3-format";
import {superscript} from "./superscript.js";

/** From here on a number is written with a power of ten. */
const HUGE = 1e4;

/** Below this, four decimals would show nothing but zeros. */
const TINY = 5e-5;

const fourDecimals = format(".4f");
const grouped = format(",d");
const plain = format("d");

/**
 * The rule for every measured number, whether loss or weight, in legends, read-outs, tables and text: four decimals as
 * in the paper, and three digits with a power of ten for numbers of 10,000 and more or too small for four decimals.
 */
export function formatMeasured(value: number): string {
  if (!Number.isFinite(value)) return "not finite";
  const size = Math.abs(value);
  if (size !== 0 && (size >= HUGE || size < TINY)) return scientific(value);
  return fourDecimals(value);
}

/** Three digits and a power of ten, as in 2.74 × 10⁴. */
function scientific(value: number): string {
  const [digits, exponent] = value.toExponential(2).split("e") as [string, string];
  return `${digits.replace("-", "−")} × ${powerOfTen(Number(exponent))}`;
}

/** A number with all the digits that the paper prints, such as `0.0144`, or `2.7e4` as 2.7 × 10⁴. */
export function formatPrinted(printed: string): string {
  const [digits, exponent] = printed.split("e") as [string, string?];
  return exponent === undefined ? digits : `${digits} × ${powerOfTen(Number(exponent))}`;
}

/** A power of ten in Unicode's superscript digits, as 10⁻³. */
export function powerOfTen(exponent: number): string {
  return `10${superscript(exponent)}`;
}

/** So many significant digits without a power of ten, grouped from 10,000 on: 0.29, 3.5, 750, 25,000. */
export function formatDigits(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(rounded) || 1)));
  return decimals > 0 ? rounded.toFixed(decimals) : formatEpoch(rounded);
}

/** A count of epochs: digits are grouped from 10,000 on. */
export function formatEpoch(epoch: number): string {
  return epoch >= HUGE ? grouped(epoch) : plain(epoch);
}

export interface Tick {
  value: number;
  text: string;
}

/** Round values of a linear axis, about `count` of them, with as many decimals as their distance asks for. */
export function linearTicks([from, to]: readonly [number, number], count: number): Tick[] {
  const step = tickStep(from, to, count);
  const huge = Math.max(Math.abs(from), Math.abs(to)) >= 1e5;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const text = huge || decimals > 4 ? scientificTick : format(`.${decimals}f`);
  return ticks(from, to, count).map((value) => ({value, text: text(value)}));
}

function scientificTick(value: number): string {
  if (value === 0) return "0";
  const [digits, exponent] = value.toExponential().split("e") as [string, string];
  const power = powerOfTen(Number(exponent));
  const mantissa = String(Number(Number(digits).toFixed(2))).replace("-", "−");
  return mantissa === "1" ? power : mantissa === "−1" ? `−${power}` : `${mantissa} × ${power}`;
}

/** Round values of an axis of epochs: whole numbers. */
export function epochTicks(domain: readonly [number, number], count: number): Tick[] {
  return ticks(...domain, count)
    .filter(Number.isInteger)
    .map((value) => ({value, text: formatEpoch(value)}));
}

/**
 * Round values of a logarithmic axis: powers of ten, about `count` of them; within two decades also 2 and 5 times a
 * power of ten, and within a short interval the values of a linear axis. Written in decimals where all lie between
 * 0.0001 and 10,000, else with powers of ten.
 */
export function logTicks(domain: readonly [number, number], count: number): Tick[] {
  const [from, to] = domain;
  const first = Math.floor(Math.log10(from));
  const exponents = Array.from({length: Math.ceil(Math.log10(to)) - first + 1}, (_, i) => first + i);
  const inside = (value: number) => value >= from && value <= to;
  const mixed = exponents
    .flatMap((exponent) => [1, 2, 5].map((digit) => Number(`${digit}e${exponent}`)))
    .filter(inside);
  if (mixed.length < 3) return linearTicks(domain, 4);

  const stride = Math.max(1, tickStep(first, exponents.at(-1)!, count));
  const powers = exponents.filter((exponent) => exponent % stride === 0).map((exponent) => Number(`1e${exponent}`));
  const values = mixed.length <= count + 2 ? mixed : powers.filter(inside);
  const plain = from >= 5e-5 && to <= 5e4;
  return values.map((value) => ({value, text: plain ? decimal(value) : scientificTick(value)}));
}

function decimal(value: number): string {
  return value >= HUGE ? grouped(value) : String(value);
}

/** A round value that stands alone, as at the end of a scale: 0.05, 20, 2 × 10⁻⁵. */
export function formatRound(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size >= HUGE || size < 1e-4) ? scientificTick(value) : String(Number(value.toPrecision(3)));
}
