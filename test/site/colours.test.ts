import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {addressOf} from "./pageFiles.js";
import {visit} from "./visit.js";

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

const toggle = (page: Page) => page.locator(".theme-toggle");
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

it("are those of the system until the reader chooses others, which hold on every page and come back with the first", async () => {
  const {page, troubles, close} = await visit(browser, addressOf("about.html"), {colorScheme: "light"});
  const light = await paper(page);
  expect(await toggle(page).getAttribute("aria-label")).toBe("Dark colours");
  await toggle(page).press("Enter");
  const dark = await paper(page);
  expect(dark).not.toBe(light);
  expect(await toggle(page).getAttribute("aria-label")).toBe("Light colours");

  await page.goto(addressOf("runs.html"));
  expect(await paper(page)).toBe(dark);
  await toggle(page).press("Enter");
  expect(await paper(page)).toBe(light);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  await page.emulateMedia({colorScheme: "dark"});
  expect(await paper(page)).toBe(dark);
  await expect.poll(() => toggle(page).getAttribute("aria-label")).toBe("Light colours");
  expect(troubles).toEqual([]);
  await close();
});

it("follow a choice that was made on another page when the browser brings this one back as it was", async () => {
  const {page, close} = await visit(browser, addressOf("about.html"), {colorScheme: "light"});
  const light = await paper(page);
  const back = () => page.evaluate(() => void dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true})));
  await page.evaluate(() => localStorage.setItem("theme", "dark"));
  await back();
  expect(await paper(page)).not.toBe(light);
  expect(await toggle(page).getAttribute("aria-label")).toBe("Light colours");
  await page.evaluate(() => localStorage.removeItem("theme"));
  await back();
  expect(await paper(page)).toBe(light);
  await close();
});
