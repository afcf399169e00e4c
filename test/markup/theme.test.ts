import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {dark, fonts, light} from "../../lib/figures/theme.js";

const css = readdirSync("src/theme")
  .filter((file) => file.endsWith(".css"))
  .map((file) => readFileSync(`src/theme/${file}`, "utf8"))
  .join("\n");

/** The value of a custom property at the root, as it is first declared. */
function declared(name: string): string | undefined {
  return new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1];
}

/** The two colours of a property that has one for each mode. */
function modes(name: string): string[] {
  return /^light-dark\((.+), (.+)\)$/.exec(declared(name) ?? "")?.slice(1) ?? [];
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

describe("the style sheet", () => {
  it.each(Object.keys(light) as (keyof typeof light)[])("gives --%s the figures' colour in both modes", (name) => {
    expect(modes(name)).toEqual([light[name], dark[name]]);
  });

  it.each(Object.keys(fonts))("gives --%s a font", (name) => {
    expect(declared(name)).toMatch(/Source S|KaTeX/);
  });

  it("declares every custom property that it uses", () => {
    const inline = ["columns", "panel-width"]; // from the figure's style attribute
    const used = [...css.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name!);
    expect([...new Set(used)].filter((name) => declared(name) === undefined && !inline.includes(name))).toEqual([]);
  });

  it("lets text be read: 4.5 to 1 on every ground, in both modes", () => {
    for (const mode of [0, 1])
      for (const ground of ["paper", "accent-ground", "quiet-ground"])
        for (const text of ["ink", "muted", "accent"])
          expect(contrast(modes(text)[mode]!, modes(ground)[mode]!), `${text} on ${ground}`).toBeGreaterThan(4.5);
  });

  it("prints in light colours whatever the reader has chosen", () => {
    const print = readFileSync("src/theme/colours.css", "utf8").split("@media print")[1]!;
    expect(print).toMatch(/:root,\s*:root\[data-theme\] \{\s*color-scheme: light;/);
  });

  it("asks no other host for anything", () => {
    expect(css).not.toMatch(/url\(|https?:/);
  });
});
