import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {delimiter, join} from "node:path";
import {chromium, type Browser} from "playwright-core";
import {bundledChromium} from "./bundledChromium.js";

/** A Chromium or Chrome that can be launched. */
export interface Chromium {
  executablePath: string;
  /** What its environment needs beyond that of this process. */
  env: Record<string, string>;
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run"
];

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const usualPlaces = [
  "/usr/bin",
  "/usr/local/bin",
  "/snap/bin",
  "/opt/google/chrome",
  "/Applications/Chromium.app/Contents/MacOS",
  "/Applications/Google Chrome.app/Contents/MacOS"
];

/**
 * Finds a Chromium: the program that CHROME_PATH names, else an installed Chromium or Chrome, else the one
 * of the devDependency. `CHROMIUM=bundled` asks for the last of these whatever is installed.
 *
 * @throws Error when CHROME_PATH names nothing that runs, or no browser is to be had
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<Chromium> {
  if (env["CHROMIUM"] === "bundled") return bundledChromium();
  const named = env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    if (runs(named)) return {executablePath: named, env: {}};
    throw new Error(`CHROME_PATH is ${named}, which does not run: set it to a Chromium or Chrome, or unset it.`);
  }
  const installed = candidates(env["PATH"] ?? "").find((program) => existsSync(program) && runs(program));
  return installed === undefined ? bundledChromium() : {executablePath: installed, env: {}};
}

function candidates(path: string): string[] {
  const folders = [...path.split(delimiter).filter((folder) => folder !== ""), ...usualPlaces];
  return folders.flatMap((folder) => [...names, "Chromium", "Google Chrome"].map((name) => join(folder, name)));
}

/** Some systems install a program of that name which only says how to get the real one. */
function runs(program: string): boolean {
  try {
    return /chrom/i.test(
      execFileSync(program, ["--version"], {stdio: ["ignore", "pipe", "ignore"], timeout: 20_000}).toString()
    );
  } catch {
    return false;
  }
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
