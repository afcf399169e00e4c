const LN10 = 2.302585092994046;
const LN2 = 0.6931471805599453;
const view = new DataView(new ArrayBuffer(8));

/**
 * log10 of a positive finite number to some 1e-15, by operations that every engine rounds alike: with x = 2^e m,
 * 0.7 < m < 1.5, and s = (m - 1) / (m + 1), log m = 2 (s + s^3 / 3 + s^5 / 5 + …), where |s| < 0.2 and the terms from
 * s^25 on are below 1e-18.
 */
export function log10(x: number): number {
  const subnormal = x < 2.2250738585072014e-308;
  view.setFloat64(0, subnormal ? x * 0x40000000000000 : x);
  const high = view.getUint32(0);
  const half = (high & 0xfffff) > 0x6a09e ? 1 : 0;
  const exponent = (high >>> 20) - 1023 + half - (subnormal ? 54 : 0);
  view.setUint32(0, (high & 0xfffff) | ((1023 - half) << 20));
  const m = view.getFloat64(0);
  const s = (m - 1) / (m + 1);
  let sum = 0;
  for (let k = 23; k > 0; k -= 2) sum = sum * s * s + 1 / k;
  return (2 * s * sum + exponent * LN2) / LN10;
}
