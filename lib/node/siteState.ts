import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {writeAtomically} from "./atomicFile.js";
import {sumOf} from "./fileSum.js";

/** All that decides the site: files and folders of the project, and variables of the environment. */
const inputs = ["src", "lib", "data", "package.json", "package-lock.json", "tsconfig.json", "observablehq.config.ts"];
const variables = ["SITE_OUTPUT", "SITE_BASE", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA", "ENSEMBLES"];

/** What a build takes runs and facts from: one that has been tampered with is to be found, not passed over. */
const stores = [join(".cache", "snapshots"), join(".cache", "facts"), join(".cache", "ensembles")];

/** Made by a build, or seen twice. */
const skipped = new Set([join("src", ".observablehq"), join("src", "lib")]);

/** Whether a site is still the one that its last build has left there, and all that decided it is what it was then. */
export async function isUpToDate(site: string): Promise<boolean> {
  const noted = await readFile(notes(site), "utf8").catch(() => null);
  return noted !== null && noted === (await state(site));
}

/**
 * Notes that a site is finished.
 * @param before what `inputState` gave before the site was built; a change since then leaves the site out of date
 */
export async function noteBuilt(site: string, before: string): Promise<void> {
  await writeAtomically(notes(site), [await state(site, before)]);
}

/** A digest of all that decides the site. */
export async function inputState(): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const name of variables) hash.update(`${name}=${process.env[name] ?? ""}\n`);
  for (const path of inputs) hash.update(await digestOf(path));
  return hash.digest("hex");
}

async function state(site: string, input?: string): Promise<string> {
  const outputs = await Promise.all([site, ...stores].map(digestOf));
  return [input ?? (await inputState()), ...outputs, ""].join("\n");
}

function notes(site: string): string {
  return join(".cache", "sites", sumOf(resolve(site)).slice(0, 16));
}

/** A digest of a file, or of a folder with all that is in it; of nothing, where there is neither. */
async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256").update(`${path}\0`);
  const entries = await readdir(path, {withFileTypes: true}).catch(() => null);
  if (entries === null) return hash.update(await readFile(path).catch(() => "")).digest("hex");
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (!skipped.has(inner)) hash.update(await digestOf(inner));
  }
  return hash.digest("hex");
}
