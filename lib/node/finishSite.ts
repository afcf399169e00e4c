import {copyFile, mkdir, readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fontFiles} from "./typefaces.js";

/** What Framework's pages lack, and what takes its place. */
const mends: readonly (readonly [found: string, mended: string])[] = [
  ["<html>", '<html lang="en">'],
  [
    '<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
  ]
];

/**
 * Finishes a site that Framework has built: says the pages' language, lets readers zoom, adds the fonts, and tells GitHub
 * Pages to publish folders that begin with an underscore.
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
}

/** A page as it is published. */
export function finishedPage(page: string, name: string): string {
  const mended = mends.reduce((text, [found, mended]) => {
    if (text.split(found).length !== 2)
      throw new Error(`${name} does not hold “${found}” once: see lib/node/finishSite.ts.`);
    return text.replace(found, mended);
  }, page);
  return withAbsoluteAddresses(withoutIdleScripts(mended));
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
