import {font, fonts, light, sizes} from "./theme.js";

/**
 * A drawing as a file of its own, with the light theme's colours in place of custom properties, on its ground: for
 * download, and for drawing on a canvas. Fonts are named, not embedded.
 *
 * @param drawing what `drawPanel` returned, attached to a page or not
 * @param scale the file's size relative to the drawing's nominal size
 */
export function standaloneSvg(drawing: SVGSVGElement, scale = 1): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [, , width, height] = copy.getAttribute("viewBox")!.split(" ").map(Number) as [number, number, number, number];
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width * scale));
  copy.setAttribute("height", String(height * scale));
  copy.setAttribute("font-size", String(sizes.text));
  const ground = `<rect width="${width}" height="${height}" fill="${light.paper}"/>`;
  return resolved(copy.outerHTML)
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/^<svg[^>]*>/, (start) => start + ground);
}

/** Replaces every `var(--name, fallback)` by the light theme's value: the fallback. */
function resolved(markup: string): string {
  for (const name of Object.keys(fonts) as (keyof typeof fonts)[]) markup = markup.replaceAll(font(name), fonts[name]);
  return markup.replace(/var\(--[\w-]+, (#[0-9a-f]+)\)/g, "$1");
}
