import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {fontFiles, textFont, typefacesCss} from "../../lib/node/typefaces.js";

const css = typefacesCss();
const asked = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, address]) => address!);

describe("the typefaces", () => {
  it("are files of installed packages, woff2 alone", () => {
    for (const [name, path] of fontFiles()) {
      expect(name).toMatch(/\.woff2$/);
      expect(existsSync(path), path).toBe(true);
    }
    expect(fontFiles().has(textFont)).toBe(true);
  });

  it("are all asked for by the style sheet, and no others", () => {
    expect(asked.map((address) => address.replace("../fonts/", "")).sort()).toEqual([...fontFiles().keys()].sort());
  });

  it("bring the rules of KaTeX", () => {
    expect(css).toContain(".katex-mathml");
    expect(css).not.toMatch(/\.woff\b|\.ttf\b/);
  });
});
