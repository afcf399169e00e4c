import type {EngineReport} from "../../evidence/engineCheck.js";
import {findChromium, launchChromium} from "../browser/chromium.js";
import type {Engine} from "./engine.js";

/**
 * The Chromium of the tests.
 * @throws Error if there is none
 */
export async function chromium(): Promise<Engine> {
  const found = await findChromium();
  return {
    async ask(program, task) {
      const browser = await launchChromium(found);
      try {
        const page = await browser.newPage();
        await page.addScriptTag({content: program});
        const report: string = await page.evaluate(`checkEngine(${JSON.stringify(JSON.stringify(task))})`);
        return {version: browser.version(), report: JSON.parse(report) as EngineReport};
      } finally {
        await browser.close();
      }
    }
  };
}
