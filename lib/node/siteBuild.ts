import {rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {$} from "zx";
import {siteProblems} from "./checkSite.js";
import {CommandError} from "./command.js";
import {finishSite} from "./finishSite.js";
import {fillFrameworkCache} from "./frameworkCache.js";

/**
 * Builds the site beside its place; it moves there when it is whole. The working directory is the project's folder.
 * @param base the path that the site is built for, with a slash at either end
 * @throws CommandError with one sentence a problem; the site that was there before stays
 */
export async function buildSite(site: string, base: string): Promise<void> {
  const draft = `${site}-${process.pid}.tmp`;
  await fillFrameworkCache("src");
  try {
    await buildPages(draft);
    await finishSite(draft);
    const problems = siteProblems(draft, base);
    if (problems.length > 0) throw new CommandError(`The site is not sound:\n${problems.join("\n")}`);
    await replaceSite(site, draft);
  } finally {
    await rm(draft, {recursive: true, force: true});
  }
}

/** Runs Framework, whose long report is shown only if it fails. */
async function buildPages(draft: string): Promise<void> {
  const environment = {
    ...process.env,
    OBSERVABLE_TELEMETRY_DISABLE: "true",
    SITE_OUTPUT: draft,
    SITE_BUILDING: "true"
  };
  const framework = join("node_modules", "@observablehq", "framework", "dist", "bin", "observable.js");
  const {exitCode, stdout, stderr} = await $({
    env: environment,
    nothrow: true,
    quiet: true
  })`${process.execPath} --import tsx ${framework} build`;
  if (exitCode === 0) return;
  const reason = /Unexpected error: (.*?)\n\nTip:/s.exec(stripVTControlCharacters(stderr))?.[1];
  throw new CommandError(reason ?? `${stdout}${stderr}`);
}

/** Puts the new site where the old one is; should the second step fail, the old one comes back. */
async function replaceSite(site: string, draft: string): Promise<void> {
  const former = `${site}-former-${process.pid}.tmp`;
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
