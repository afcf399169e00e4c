import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {firstView} from "./firstView.js";
import {addressOf, pageFiles} from "./pageFiles.js";

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

it.each(pageFiles)("the first view of %s takes at most 200 kB of page, script, style and data", async (file) => {
  const {bytes, requests} = await firstView(browser, addressOf(file));
  expect(requests).toBeGreaterThan(1);
  expect(bytes).toBeLessThanOrEqual(200_000);
});
