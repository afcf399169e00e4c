/** The smallest program that needs 128-bit SIMD: it makes a vector of bytes and counts the bits of one. */
const program = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11
];

/** Whether the browser can run the kernel: WebAssembly with 128-bit SIMD. */
export function hasSimd(): boolean {
  return typeof WebAssembly !== "undefined" && WebAssembly.validate(Uint8Array.from(program));
}
