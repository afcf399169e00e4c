import {findChromium, launchChromium} from "../browser/chromium.js";
import type {Engine} from "./engine.js";

/**
 * The Chromium of the tests.
 * @throws Error if there is none
 */
export async function chromium(): Promise<Engine> {
  const found = await findChromium();
  return {
    async ask<Report>(script: string, task: object) {
      const browser = await launchChromium(found);
      try {
        const page = await browser.newPage();
        await page.addScriptTag({content: script});
        const report: string = await page.evaluate(`answer(${JSON.stringify(JSON.stringify(task))})`);
        return {version: browser.version(), report: JSON.parse(report) as Report};
      } finally {
        await browser.close();
      }
    }
  };
}
