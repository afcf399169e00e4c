import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {addressOf, pageFiles} from "./pageFiles.js";
import {phone, visit} from "./visit.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds: each rule with the elements that break it. */
async function findings(page: Page, options = {}): Promise<string[]> {
  const {violations} = (await page.evaluate(
    `axe.run(${JSON.stringify({resultTypes: ["violations"], preload: false, ...options})})`
  )) as AxeResults;
  return violations.map(({id, impact, help, nodes}) => {
    const places = nodes.map(({target}) => target.join(" "));
    return `${id} (${impact}): ${help}. ${places.length} elements, such as ${places.slice(0, 3).join(", ")}`;
  });
}

/** Elements that stick out of the page on the right, unless something scrolls or clips them. */
const sticksOut = `(() => {
  const clips = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
  const clipped = (element) => element !== document.body && (clips(element) || clipped(element.parentElement));
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !clipped(element))
    .map((element) => element.tagName + "." + element.getAttribute("class"));
})()`;

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

it.each(pageFiles)("axe-core finds nothing in %s, in light and dark", async (file) => {
  const {page, close} = await visit(browser, addressOf(file), {colorScheme: "light"});
  await page.evaluate(axe);
  const light = await findings(page);
  await page.emulateMedia({colorScheme: "dark"});
  const dark = await findings(page, {runOnly: ["cat.color"]});
  expect({light, dark}).toEqual({light: [], dark: []});
  await close();
});

it.each(pageFiles)("axe-core finds nothing in %s on a phone, and it does not scroll sideways", async (file) => {
  const {page, close} = await visit(browser, addressOf(file), phone);
  await page.evaluate(axe);
  expect(await findings(page)).toEqual([]);
  expect(await page.evaluate(sticksOut)).toEqual([]);
  expect(await page.evaluate("[innerWidth, document.documentElement.scrollWidth]")).toEqual([360, 360]);
  await close();
});

it.each([
  ["in light", {colorScheme: "light"} as const],
  ["in dark", {colorScheme: "dark"} as const],
  ["on a phone", phone]
])("axe-core finds nothing %s where everything has been unfolded and asked for", async (_, profile) => {
  const {page, close} = await visit(browser, addressOf("appendix.html"), profile);
  await page.getByText("Data, picture, code").click();
  await page.getByRole("button", {name: "Re-run here"}).click();
  await page.getByText(/^identical/).waitFor();
  await page.evaluate(axe);
  expect(await findings(page)).toEqual([]);
  expect(await page.evaluate(sticksOut)).toEqual([]);

  await page.goto(addressOf("reproducibility.html"));
  await page.locator(".fold summary").click();
  await page.getByRole("button", {name: "Compare with this browser"}).click();
  await page.locator("tr.live").waitFor();
  await page.getByRole("button", {name: /Verify all/}).click();
  await page.locator(".check-result[data-state=same]").nth(2).waitFor();
  await page.evaluate(axe);
  expect(await findings(page)).toEqual([]);
  expect(await page.evaluate(sticksOut)).toEqual([]);
  await close();
});
