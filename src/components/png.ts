import {standaloneSvg} from "../lib/figures/standaloneSvg.js";

/** The pixels of a PNG for each px of the drawing. */
const SCALE = 2;

/** The fonts of a drawing, which a picture cannot take from the page. */
const faces = [
  ["Source Sans 3 Variable", "normal", "source-sans-3-latin-wght-normal.woff2"],
  ["KaTeX_Math", "italic", "KaTeX_Math-Italic.woff2"]
] as const;

/**
 * A drawing as a PNG, with its fonts.
 * @throws Error with a sentence if the browser cannot draw it
 */
export async function pngOf(drawing: SVGSVGElement): Promise<Blob> {
  return png(await withFonts(standaloneSvg(drawing, SCALE)));
}

/** The drawing with its fonts in it; without those that cannot be fetched. */
async function withFonts(svg: string): Promise<string> {
  const rules = await Promise.all(
    faces.map(async ([family, style, file]) => {
      const response = await fetch(`./_file/fonts/${file}`).catch(() => undefined);
      if (!response?.ok) return "";
      const address = await dataAddress(await response.blob());
      return `@font-face{font-family:"${family}";font-style:${style};font-weight:200 900;src:url(${address})}`;
    })
  );
  return svg.replace(/^<svg[^>]*>/, (start) => `${start}<style>${rules.join("")}</style>`);
}

async function png(svg: string): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], {type: "image/svg+xml"}));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    canvas.getContext("2d")!.drawImage(image, 0, 0);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!picture) throw new Error("This browser could not draw the picture: take the SVG file.");
    return picture;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function dataAddress(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(content);
  });
}
