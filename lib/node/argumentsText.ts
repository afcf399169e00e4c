/**
 * A text that tells arguments apart: JSON, with a word for what JSON cannot say. (node:v8 would not do: it writes a whole
 * number in one of two ways, as the engine happens to hold it.)
 */
export function argumentsText(args: readonly unknown[]): string {
  return JSON.stringify(args, (_, value: unknown) => {
    if (ArrayBuffer.isView(value)) return [value.constructor.name, ...(value as Float64Array)];
    if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)))
      return {number: Object.is(value, -0) ? "-0" : String(value)};
    return value;
  });
}
