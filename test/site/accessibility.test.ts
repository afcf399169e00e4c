import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {addressOf, pageFiles} from "./pageFiles.js";
import {phone, visit} from "./visit.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds, as `rule: element`. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const {violations} = (await page.evaluate("axe.run(document, {resultTypes: ['violations']})")) as AxeResults;
  return violations.flatMap(({id, impact, nodes}) =>
    nodes.map(
      ({target, failureSummary}) => `${impact} ${id}: ${target.join(" ")} (${failureSummary?.split("\n")[1]?.trim()})`
    )
  );
}

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

describe.each([
  ["light", {colorScheme: "light"} as const],
  ["dark", {colorScheme: "dark"} as const],
  ["on a phone", phone]
])("axe-core finds nothing, %s", (_, profile) => {
  it.each(pageFiles)("in %s", async (file) => {
    const {page, close} = await visit(browser, addressOf(file), {...profile, reducedMotion: "reduce"});
    expect(await findings(page)).toEqual([]);
    await close();
  });
});

describe("on a phone", () => {
  it.each(pageFiles)("%s does not scroll sideways", async (file) => {
    const {page, close} = await visit(browser, addressOf(file), phone);
    const width = await page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)");
    const wide = await page.evaluate(`[...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > 361 && !inScroller(element))
      .map((element) => element.tagName + "." + element.getAttribute("class"));
      function inScroller(element) {
        for (let e = element; e && e !== document.body; e = e.parentElement)
          if (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX)) return true;
        return false;
      }`);
    expect(wide).toEqual([]);
    expect(width).toBe(360);
    await close();
  });
});
