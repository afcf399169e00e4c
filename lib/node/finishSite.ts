import {copyFile, mkdir, readdir, readFile, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {formatChecksums} from "../evidence/checksums.js";
import {buildSettings, formatSettings, SETTINGS_FILE} from "./buildSettings.js";
import {filesBelow, fileSum} from "./fileSum.js";
import {fontFiles} from "./typefaces.js";

/** Where a site lists the checksums of all its other files. */
export const CHECKSUMS_FILE = "SHA256SUMS";

/** What Framework's pages lack, and what takes its place. */
const mends: readonly (readonly [found: string, mended: string])[] = [
  ["<html>", '<html lang="en">'],
  [
    '<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
  ]
];

/** What stands where a page tells how large the site is. */
const SIZE = /(<span data-size(?:="")?>)[^<]*(<\/span>)/g;

/**
 * Finishes a site that Framework has built: says the pages' language, lets readers zoom, adds the fonts, tells GitHub
 * Pages to publish folders that begin with an underscore, keeps the settings of the build, says how large the site is,
 * and lists all files with their checksums.
 * @throws Error if a page does not hold what is to be mended, as after an update of Framework
 */
export async function finishSite(output: string): Promise<void> {
  for (const name of await readdir(output))
    if (name.endsWith(".html")) {
      const path = join(output, name);
      await writeFile(path, finishedPage(await readFile(path, "utf8"), name));
    }
  const fonts = join(output, "_file", "fonts");
  await mkdir(fonts, {recursive: true});
  for (const [name, path] of fontFiles()) await copyFile(path, join(fonts, name));
  await writeFile(join(output, ".nojekyll"), "");
  await writeFile(join(output, SETTINGS_FILE), formatSettings(buildSettings()));
  const paths = filesBelow(output);
  await saySize(output, paths);
  const sums = new Map(paths.map((path) => [path, fileSum(join(output, path))]));
  await writeFile(join(output, CHECKSUMS_FILE), formatChecksums(sums));
}

/** Tells the site's size in whole megabytes, which do not hang on how long the number is. */
async function saySize(output: string, paths: readonly string[]): Promise<void> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join(output, path))).size));
  const megabytes = Math.max(1, Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6));
  const said = megabytes === 1 ? "a megabyte" : `${megabytes} megabytes`;
  for (const path of paths.filter((path) => path.endsWith(".html"))) {
    const page = await readFile(join(output, path), "utf8");
    const told = page.replace(SIZE, `$1${said}$2`);
    if (told !== page) await writeFile(join(output, path), told);
  }
}

/** A page as it is published. */
export function finishedPage(page: string, name: string): string {
  const mended = mends.reduce((text, [found, mended]) => {
    if (text.split(found).length !== 2)
      throw new Error(`${name} does not hold “${found}” once: see lib/node/finishSite.ts.`);
    return text.replace(found, mended);
  }, page);
  // Framework has been told that the program is none of its modules; browsers need not be.
  const marked = mended.replace('<script type="module" rel="external"', '<script type="module"');
  return withAbsoluteAddresses(withoutIdleScripts(marked));
}

/**
 * The page that answers unknown addresses has to work at any depth. Framework gives it a base, but below a base even a
 * link to a place on the same page leads to another page, so its addresses are written out.
 */
function withAbsoluteAddresses(page: string): string {
  const base = /<base href="([^"]*)">\n/.exec(page);
  if (!base) return page;
  return page.replace(base[0], "").replace(/\b(href|src)="\.\//g, `$1="${base[1]!}`);
}

/**
 * Framework's runtime serves cells; a page that has none is complete without it. What enlivens its figures can wait until
 * the page has arrived, and is not asked for where scripts are off.
 */
function withoutIdleScripts(page: string): string {
  if (/\bdefine\(\{/.test(page)) return page;
  return page
    .replace(/\n<link rel="modulepreload" href="[^"]*">/g, "")
    .replace(/\n<script type="module">\s*import "\.\/_observablehq\/client\.[^"]*";\s*<\/script>/, "");
}
