import type {Browser, CDPSession, Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, expect, inject, it} from "vitest";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {phone, visit, type Visit} from "./visit.js";

let browser: Browser;
let visited: Visit | undefined;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());
beforeEach(() => async () => {
  await visited?.close();
  visited = undefined;
});

async function open(address: string): Promise<Page> {
  visited = await visit(browser, inject("site") + address, phone);
  return visited.page;
}

/** Puts a finger down, moves it by so many px in so many steps, and takes it up. */
async function stroke(
  page: Page,
  start: {x: number; y: number},
  by: {x: number; y: number},
  steps = 12
): Promise<void> {
  const device: CDPSession = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", part: number) =>
    device.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{x: start.x + part * by.x, y: start.y + part * by.y}]
    });
  await touch("touchStart", 0);
  for (let step = 1; step <= steps; ++step) await touch("touchMove", step / steps);
  await touch("touchEnd", 1);
}

it.each([
  ["experiments-f1.html", "#figure-3", "1000"],
  ["instability.html", "#instability-chosen", "1000"]
])("the first tap on a chart of %s chooses an epoch", async (address, figure, last) => {
  const page = await open(address);
  const slider = page.locator(figure).getByRole("slider", {name: "Epoch"});
  expect(await slider.inputValue()).toBe(last);
  await page.locator(`${figure} .panel svg`).first().tap();
  await expect.poll(() => slider.inputValue()).not.toBe(last);
  expect(Number(await slider.inputValue())).toBeGreaterThan(300);
  expect(Number(await slider.inputValue())).toBeLessThan(700);
});

it("a finger that scrolls over a chart of the lab leaves the epoch, and one that goes across moves it", async () => {
  const page = await open("lab.html?run=f1-h3-rate1-epochs100");
  const slider = page.getByRole("slider", {name: "Epoch"});
  await expect.poll(() => slider.inputValue()).toBe("100");
  const chart = page.locator(".lab-scrubbed").first();
  /** The middle of the chart, which is drawn when it comes to the screen. */
  const middle = async () => {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator("svg").waitFor();
    const box = (await chart.boundingBox())!;
    return {x: box.x + box.width / 2, y: box.y + box.height / 2};
  };
  const scrolled = () => page.evaluate(() => scrollY);
  const start = await middle();
  const before = await scrolled();
  await stroke(page, start, {x: 3, y: -90});
  await expect.poll(scrolled).toBeGreaterThan(before);
  expect(await slider.inputValue()).toBe("100");

  await stroke(page, await middle(), {x: 60, y: 4});
  await expect.poll(() => slider.inputValue()).not.toBe("100");
});
