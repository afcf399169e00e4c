import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {pageDocument} from "./pageFiles.js";
import {pressAcrossRedraw} from "./pressAcrossRedraw.js";
import {visit, type Visit} from "./visit.js";

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

it("shows all charts and tables without scripts", () => {
  const page = pageDocument("instability.html");
  expect(page.querySelectorAll("figure.instability svg").length).toBeGreaterThan(3);
  expect(page.querySelectorAll("figure.valley svg")).toHaveLength(3);
  expect(page.querySelectorAll("figure.predictions tbody tr").length).toBeGreaterThan(9);
  expect(page.querySelectorAll("figure.precision tbody tr")).toHaveLength(6);
  for (const control of page.querySelectorAll(".figure-choice, .valley .figure-controls"))
    expect(control.hasAttribute("hidden")).toBe(true);
});

it("follows the reader: another run, an epoch, a closer look, another valley", async () => {
  const {page, troubles, close}: Visit = await visit(browser, `${inject("site")}instability.html`);
  const figure = page.locator("#instability-chosen");
  const drawing = figure.locator("svg[data-panel]");
  await figure.getByRole("combobox", {name: "Run"}).selectOption("f2-h12-rate0.05-epochs10000");
  await expect.poll(() => drawing.getAttribute("data-panel")).toBe("instability-f2-h12-rate0.05-epochs10000");
  const slider = figure.getByRole("slider", {name: "Epoch"});
  await expect.poll(() => slider.getAttribute("max")).toBe("10000");
  expect(await figure.locator("figcaption .run").getAttribute("href")).toBe("./runs.html#f2-h12-rate0.05-epochs10000");

  await slider.fill("400");
  await expect.poll(() => drawing.locator(".panel-cursor").count()).toBe(3);
  await figure.getByRole("button", {name: "Show fewer epochs, around the epoch of the slider"}).click();
  await expect.poll(() => slider.getAttribute("max")).not.toBe("10000");
  await figure.getByRole("button", {name: "Reset to the figure as printed"}).click();
  await expect.poll(() => drawing.locator(".panel-cursor").count()).toBe(0);

  await pressAcrossRedraw(page, figure.locator(".panel"), 1);
  await expect.poll(() => slider.inputValue()).not.toBe("10000");
  expect(Number(await slider.inputValue())).toBeGreaterThan(4000);

  const valley = page.locator("#figure-valley");
  await valley.getByRole("slider").fill("1");
  await expect.poll(() => valley.locator(".panel").last().textContent()).toContain("is there at once");
  expect(troubles).toEqual([]);
  await close();
});
