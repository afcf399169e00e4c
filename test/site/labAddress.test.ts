import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, expect, inject, it} from "vitest";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {visit, type Visit} from "./visit.js";

let browser: Browser;
let visited: Visit;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());
beforeEach(() => () => visited.close());

const SLOW = {timeout: 120_000};

async function open(query: string): Promise<Page> {
  visited = await visit(browser, `${inject("site")}lab.html${query}`);
  return visited.page;
}

const slider = (page: Page) => page.getByRole("slider", {name: "Epoch"});

it("a link to a place on the page leaves the run that is being trained", async () => {
  const page = await open("?run=f1-h3-rate1-epochs1000&reached=0");
  await page.locator("#lab-pace").selectOption("10");
  await page.getByRole("button", {name: "Train up to epoch 1000"}).click();
  await expect.poll(() => slider(page).inputValue().then(Number), SLOW).toBeGreaterThan(3);
  await page.locator(".page-contents").getByRole("link", {name: "How to use it"}).click();
  await expect.poll(() => page.url()).toContain("#how-to-use-it");
  const reached = Number(await slider(page).inputValue());
  expect(reached).toBeGreaterThan(3);
  await expect.poll(() => slider(page).inputValue().then(Number), SLOW).toBeGreaterThan(reached);
  await page.goBack();
  expect(Number(await slider(page).inputValue())).toBeGreaterThan(reached);
  expect(visited.troubles).toEqual([]);
});

it("what a slider passes on its way is no step to go back to, and what has been trained is", async () => {
  const page = await open("?run=f1-h3-rate1-epochs30");
  await expect.poll(() => slider(page).inputValue(), SLOW).toBe("30");
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  const rate = page.getByRole("slider", {name: "Learning rate"});
  const last = await rate.evaluate((element: HTMLInputElement) => {
    for (let step = 0; step < 20; ++step) {
      element.stepDown();
      element.dispatchEvent(new Event("input", {bubbles: true}));
      element.dispatchEvent(new Event("change", {bubbles: true}));
    }
    return new URL(location.href).searchParams.get("run");
  });
  expect(last).not.toBe("f1-h3-rate1-epochs30");
  expect(await entries()).toBe(before + 1);
  await page.goBack();
  await expect.poll(() => slider(page).inputValue(), SLOW).toBe("30");
  expect(new URL(page.url()).searchParams.get("run")).toBe("f1-h3-rate1-epochs30");
});

it("a mark stands only beside a digest that has been compared, and a complaint only beside what is wrong", async () => {
  const page = await open("?run=f1-h3-rate1-epochs1000");
  const verdict = page.locator(".lab-verdict");
  await expect.poll(() => verdict.getAttribute("data-state"), SLOW).toBe("same");
  const rate = page.getByLabel("Rate from here on");
  await rate.fill("abc");
  await rate.press("Tab");
  expect(await rate.getAttribute("aria-invalid")).toBe("true");
  await page.getByRole("button", {name: "+10 epochs", exact: true}).click();
  await expect.poll(() => page.locator(".lab-digest-line").textContent(), SLOW).not.toContain("ec035635cbdd");
  await expect.poll(() => slider(page).inputValue(), SLOW).toBe("1010");
  expect(await verdict.getAttribute("data-state")).toBe(null);
  expect(await rate.inputValue()).toBe("1");
  expect(await rate.getAttribute("aria-invalid")).toBe(null);
});
