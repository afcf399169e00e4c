import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {addressOf, pageFiles} from "./pageFiles.js";
import {visit} from "./visit.js";

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

/** The share of bright pixels (nearly white) and the contrast of each text with white, worked out in the page. */
const paper = `(async () => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const luminance = (colour) => {
    canvas.fillStyle = "white";
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((c) => {
      const s = c / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const faint = [];
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
    if (!own || ["SCRIPT", "STYLE", "NOSCRIPT"].includes(element.tagName) || element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const contrast = 1.05 / (luminance(element instanceof SVGElement ? style.fill : style.color) + 0.05);
    if (contrast < 4.5) faint.push(element.textContent.trim().slice(0, 30) + ": " + contrast.toFixed(1));
  }
  return faint;
})()`;

it.each(pageFiles)("%s prints dark on white from a reader's dark mode", async (file) => {
  const {page, close} = await visit(browser, addressOf(file), {colorScheme: "dark"});
  await page.emulateMedia({media: "print", colorScheme: "dark"});
  expect(await page.evaluate(paper)).toEqual([]);
  const png = (await page.screenshot({fullPage: true})).toString("base64");
  expect(await page.evaluate(brightShare, png)).toBeGreaterThan(0.8);
  await close();
});

it("the lab prints its charts over the whole width, also on paper as wide as a screen", async () => {
  const {page, close} = await visit(browser, addressOf("lab.html"));
  await page.setViewportSize({width: 1046, height: 740});
  await page.emulateMedia({media: "print"});
  const widths = () =>
    page.evaluate(() =>
      [".lab", ".lab-panels"].map((place) => document.querySelector(place)!.getBoundingClientRect().width)
    );
  await expect.poll(async () => (await widths())[0]).toBeGreaterThan(600);
  const [whole, panels] = await widths();
  expect(panels).toBe(whole);
  expect(await page.locator("footer nav").first().isVisible()).toBe(false);
  await close();
});

it("an open claim is not printed", async () => {
  const {page, close} = await visit(browser, addressOf("experiments-f1.html"));
  await page.locator(".claim-mark").first().click();
  const card = page.locator(".claim-card:popover-open");
  await card.waitFor();
  await page.emulateMedia({media: "print"});
  expect(await card.isVisible()).toBe(false);
  await close();
});

/** Runs in the page: the share of nearly white pixels of a picture. */
async function brightShare(png: string): Promise<number> {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
  context.drawImage(image, 0, 0);
  const {data} = context.getImageData(0, 0, image.width, image.height);
  let bright = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i]! > 240 && data[i + 1]! > 240 && data[i + 2]! > 240) bright++;
  return bright / (data.length / 4);
}
