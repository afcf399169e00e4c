import {installedProgram, runs} from "./installedProgram.js";

const installed = {
  names: ["firefox-esr", "firefox"],
  places: ["/usr/bin", "/usr/local/bin", "/opt/firefox", "/Applications/Firefox.app/Contents/MacOS"],
  version: /firefox/i
};

/**
 * Finds a Firefox: the program that FIREFOX_PATH names, else an installed one; null if there is none.
 * @throws Error when FIREFOX_PATH names nothing that runs
 */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env["FIREFOX_PATH"];
  if (named === undefined || named === "") return installedProgram(installed, env["PATH"] ?? "");
  if (runs(named, installed.version)) return named;
  throw new Error(`FIREFOX_PATH is ${named}, which does not run: set it to a Firefox, or unset it.`);
}
