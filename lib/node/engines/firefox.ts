import {findFirefox} from "../browser/firefox.js";
import type {Engine, MissingEngine} from "./engine.js";
import {fetchedPackages} from "./fetchedPackages.js";

/** The part of puppeteer-core that is used here. */
interface Puppeteer {
  launch(options: {
    browser: "firefox";
    executablePath: string;
    headless: true;
    protocolTimeout: number;
  }): Promise<Browser>;
}
interface Browser {
  newPage(): Promise<{evaluate(script: string): Promise<string>}>;
  version(): Promise<string>;
  close(): Promise<void>;
}

const TEN_MINUTES = 600_000;

/** An installed Firefox, over WebDriver BiDi. */
export async function firefox(): Promise<Engine | MissingEngine> {
  const executablePath = findFirefox();
  if (executablePath === null)
    return {missing: "No Firefox was found: install one (on Debian: firefox-esr), or set FIREFOX_PATH to its program."};
  const puppeteer = (await fetchedPackages())("puppeteer-core") as Puppeteer;
  return {
    async ask<Report>(script: string, task: object) {
      const browser = await puppeteer.launch({
        browser: "firefox",
        executablePath,
        headless: true,
        protocolTimeout: TEN_MINUTES
      });
      try {
        const page = await browser.newPage();
        await page.evaluate(script);
        const report = await page.evaluate(`answer(${JSON.stringify(JSON.stringify(task))})`);
        const version = (await browser.version()).replace(/^.*\//, "");
        return {version, report: JSON.parse(report) as Report};
      } finally {
        await browser.close();
      }
    }
  };
}
