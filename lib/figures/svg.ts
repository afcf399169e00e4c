export type Attributes = Readonly<Record<string, string | number | undefined>>;

const SVG = "http://www.w3.org/2000/svg";

/** A coordinate to a hundredth of a pixel, so that a drawing does not depend on the last bits of an engine's logarithm. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** An SVG element; numbers among the attributes are rounded, undefined ones left out. */
export function element(
  document: Document,
  name: string,
  attributes: Attributes = {},
  children: readonly (Node | string)[] = []
): SVGElement {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) node.setAttribute(key, String(typeof value === "number" ? round(value) : value));
  for (const child of children) node.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  return node;
}
