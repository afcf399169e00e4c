import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {browserBundle, SCRIPTS} from "./browserBundle.js";
import {dataProblems} from "./checkData.js";
import {siteProblems} from "./checkSite.js";
import {CommandError} from "./command.js";
import {presentFacts} from "./computedFacts.js";
import {finishSite} from "./finishSite.js";
import {buildPages, loadFramework} from "./framework/buildPages.js";
import {fillFrameworkCache} from "./frameworkCache.js";

await loadFramework();

/**
 * Writes the site to a new folder, and looks whether it is sound.
 * @param base the path that the site is built for, with a slash at either end
 * @throws CommandError with one sentence a problem
 */
export async function writeSite(folder: string, base: string): Promise<void> {
  const sums = await fillFrameworkCache("src", await presentFacts());
  await buildPages(folder);
  await writeScripts(folder);
  await finishSite(folder);
  const problems = [...dataProblems(folder, sums), ...siteProblems(folder, base)];
  if (problems.length > 0) throw new CommandError(`The site is not sound:\n${problems.join("\n")}`);
}

async function writeScripts(site: string): Promise<void> {
  const {files} = await browserBundle();
  const folder = join(site, SCRIPTS);
  await mkdir(folder, {recursive: true});
  await Promise.all([...files].map(([name, bytes]) => writeFile(join(folder, name), bytes)));
}
