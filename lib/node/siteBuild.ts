import {existsSync} from "node:fs";
import {readdir, rename, rm} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {buildSettings} from "./buildSettings.js";
import {CommandError} from "./command.js";
import {presentFacts} from "./computedFacts.js";
import {isAlive, removeLeftovers, temporaryName} from "./leftovers.js";
import {presentDifferences, readManifest} from "./manifestFile.js";
import {keepAgreedSnapshots} from "./snapshotFolder.js";
import {prepareSnapshots} from "./snapshotStore.js";
import {requireVerdicts} from "./verdictFile.js";

/**
 * Builds the site beside its place; it moves there when it is whole. The working directory is the project's folder.
 * @param base the path that the site is built for, with a slash at either end
 * @throws CommandError with one sentence a problem; the site that was there before stays
 */
export async function buildSite(site: string, base: string): Promise<void> {
  const draft = temporaryName(site, "draft");
  buildSettings();
  await mendInterruptedBuilds(site);
  // While the workers compute, this thread loads what comes after them.
  const [, {claims}, {writeSite}] = await Promise.all([prepareSnapshots(), presentFacts(), import("./siteWriter.js")]);
  await requireManifest(site);
  requireVerdicts(claims);
  try {
    await writeSite(draft, base);
    await replaceSite(site, draft);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    throw new CommandError(`${site} could not be built: no space is left on the disk; make room and try again.`);
  } finally {
    await rm(draft, {recursive: true, force: true});
  }
}

/** A build that was ended while it put its site in place comes to its end; what others have left goes. */
async function mendInterruptedBuilds(site: string): Promise<void> {
  const folder = dirname(site);
  const mine = (name: string) => name.startsWith(`${basename(site)}-`);
  const names = existsSync(folder) ? await readdir(folder) : [];
  const earlier = names.find((name) => mine(name) && name.endsWith("-former.tmp"));
  if (earlier && !existsSync(site)) await rename(join(folder, earlier), site);
  await removeLeftovers(folder, (name, owner) => mine(name) && !isAlive(owner));
}

/** No page is to show a run that is not, to the last bit, what data/manifest.json says. */
async function requireManifest(site: string): Promise<void> {
  const differences = await presentDifferences(readManifest(), [...new Set([site, "dist"])]);
  if (differences.length === 0) return keepAgreedSnapshots();
  const sentences = differences.map(({id, text}) => `${id} ${text}.`).join("\n");
  throw new CommandError(
    `The runs are not those of data/manifest.json:\n${sentences}\nIf that was intended, record them anew with npm run manifest.`
  );
}

/** Puts the new site where the old one is; should the second step fail, the old one comes back. */
async function replaceSite(site: string, draft: string): Promise<void> {
  const former = temporaryName(site, "former");
  const hadSite = await rename(site, former).then(
    () => true,
    () => false
  );
  try {
    await rename(draft, site);
  } catch (error) {
    if (hadSite) await rename(former, site);
    throw error;
  }
  await rm(former, {recursive: true, force: true});
}
