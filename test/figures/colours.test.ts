import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {dark, fonts, light} from "../../lib/figures/theme.js";

const css = readFileSync("src/theme/colours.css", "utf8");

test("the site's colours are the figures', light and dark", () => {
  const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)];
  const site = Object.fromEntries(pairs.map(([, name, day, night]) => [name!, [day, night]]));
  for (const name of Object.keys(light) as (keyof typeof light)[])
    expect([name, site[name]]).toEqual([name, [light[name], dark[name]]]);
});

test("the site names the figures' fonts", () => {
  const text = readFileSync("src/theme/text.css", "utf8") + css;
  for (const name of Object.keys(fonts)) expect(text).toMatch(new RegExp(`--${name}:`));
});
