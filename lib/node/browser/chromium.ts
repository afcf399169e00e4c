import {chromium, type Browser} from "playwright-core";
import {bundledChromium} from "./bundledChromium.js";
import {installedProgram, runs} from "./installedProgram.js";

/** A Chromium or Chrome that can be launched. */
export interface Chromium {
  executablePath: string;
  /** What its environment needs beyond that of this process. */
  env: Record<string, string>;
}

/**
 * The popups below the address bar are pages, loaded for every window although it has no screen: a third of the time
 * that it takes to visit a page. The last such flag counts, so the list repeats what Playwright switches off and matters
 * to pages from this machine.
 */
const switchedOff = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "PaintHolding",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch"
];

const flags = [
  "--no-sandbox",
  `--disable-features=${switchedOff.join(",")}`,
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run"
];

const installed = {
  names: [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "Chromium",
    "Google Chrome"
  ],
  places: [
    "/usr/bin",
    "/usr/local/bin",
    "/snap/bin",
    "/opt/google/chrome",
    "/Applications/Chromium.app/Contents/MacOS",
    "/Applications/Google Chrome.app/Contents/MacOS"
  ],
  version: /chrom/i
};

/**
 * Finds a Chromium: the program that CHROME_PATH names, else an installed Chromium or Chrome, else the one of the
 * devDependency. `CHROMIUM=bundled` asks for the last of these whatever is installed.
 *
 * @throws Error when CHROME_PATH names nothing that runs, or no browser is to be had
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<Chromium> {
  if (env["CHROMIUM"] === "bundled") return bundledChromium();
  const named = env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    if (runs(named, installed.version)) return {executablePath: named, env: {}};
    throw new Error(`CHROME_PATH is ${named}, which does not run: set it to a Chromium or Chrome, or unset it.`);
  }
  const executablePath = installedProgram(installed, env["PATH"] ?? "");
  return executablePath === null ? bundledChromium() : {executablePath, env: {}};
}

/** Launches the browser of the tests without a window. */
export async function launchChromium(found?: Chromium): Promise<Browser> {
  const {executablePath, env} = found ?? (await findChromium());
  return chromium.launch({
    executablePath,
    headless: true,
    args: flags,
    env: {...process.env, ...env} as Record<string, string>
  });
}
