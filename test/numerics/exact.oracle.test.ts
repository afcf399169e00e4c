import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {cos} from "../../lib/numerics/cos.js";
import {exactCos, exactExp, exactLog, exactLog1p, exactSin, exactTanh} from "../../lib/numerics/exact.js";
import {exp} from "../../lib/numerics/exp.js";
import {log} from "../../lib/numerics/log.js";
import {log1p} from "../../lib/numerics/log1p.js";
import {logisticBlock} from "../../lib/numerics/logistic.js";
import {sin} from "../../lib/numerics/sin.js";
import {tanh} from "../../lib/numerics/tanh.js";

type Kind = "edge" | "published" | "found" | "random";
type Row = [x: string, y: string, equalBits?: number];

const names = ["exp", "sin", "log1p", "cos", "log", "tanh"] as const;

const values: Record<(typeof names)[number], Record<Kind, Row[]>> = JSON.parse(
  readFileSync(new URL("../fixtures/elementary.json", import.meta.url), "utf8")
);
const kinds: Kind[] = ["edge", "published", "found", "random"];

function number(bits: string): number {
  const word = new DataView(new ArrayBuffer(8));
  word.setBigUint64(0, BigInt(`0x${bits}`));
  return word.getFloat64(0);
}

const functions = {
  exp: {exact: exactExp, fast: exp},
  sin: {exact: exactSin, fast: sin},
  log1p: {exact: exactLog1p, fast: log1p},
  cos: {exact: exactCos, fast: cos},
  log: {exact: exactLog, fast: log},
  tanh: {exact: exactTanh, fast: tanh}
};

describe.each(names)("%s", (name) => {
  it.each(kinds)("equals MPFR's on %s arguments, bit for bit", (kind) => {
    const rows = values[name][kind];
    expect(rows.length).toBeGreaterThan(10);
    for (const [x, y] of rows) {
      expect(functions[name].exact(number(x)), `exact ${name}(${number(x)})`).toBe(number(y));
      expect(functions[name].fast(number(x)), `${name}(${number(x)})`).toBe(number(y));
    }
  });
});

describe("logisticBlock", () => {
  it.each(kinds)("equals 1 / (1 + exp(-z)) with MPFR's exp on %s arguments", (kind) => {
    const rows = values.exp[kind];
    const z = Float64Array.from(rows, ([x]) => -number(x));
    const out = new Float64Array(rows.length);
    logisticBlock(z, out, rows.length);
    rows.forEach(([, y], i) => expect(out[i], `logistic(${z[i]})`).toBe(1 / (1 + number(y))));
  });
});
