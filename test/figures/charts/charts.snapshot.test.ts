import {expect, it} from "vitest";
import {charts} from "./chartCases.js";

it.each(Object.keys(charts))("draws %s as in the file", async (name) => {
  await expect(charts[name]!(330).outerHTML.replaceAll("><", ">\n<")).toMatchFileSnapshot(
    `../snapshots/chart-${name}.svg`
  );
});
