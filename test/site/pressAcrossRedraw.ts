import type {Locator, Page} from "playwright-core";

/**
 * Presses the middle of a panel, and lets go only when its drawing has been replaced, as by a crosshair that catches up.
 * @param presses 2 for a double click
 */
export async function pressAcrossRedraw(page: Page, panel: Locator, presses: 1 | 2): Promise<void> {
  await panel.scrollIntoViewIfNeeded();
  const box = (await panel.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let clickCount = 1; clickCount <= presses; ++clickCount) {
    await page.mouse.down({clickCount});
    await panel.locator("svg").evaluate((drawing) => {
      drawing.replaceWith(drawing.cloneNode(true));
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    await page.mouse.up({clickCount});
  }
}
