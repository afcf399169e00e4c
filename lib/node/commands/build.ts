import {readdir, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {fileURLToPath} from "node:url";
import {$, chalk} from "zx";
import {siteProblems} from "../checkSite.js";
import {command, CommandError} from "../command.js";
import {finishSite} from "../finishSite.js";
import {fillFrameworkCache} from "../frameworkCache.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const {SITE_OUTPUT: site = "dist", SITE_BASE: base = "/"} = process.env;

/** The site is built beside its place, and moves there when it is whole. */
const draft = `${site}-${process.pid}.tmp`;
const former = `${site}-former-${process.pid}.tmp`;

async function main(): Promise<void> {
  process.chdir(root);
  await fillFrameworkCache("src");
  try {
    await buildPages();
    await finishSite(draft);
    const problems = siteProblems(draft, base);
    if (problems.length > 0) throw new CommandError(`The site is not sound:\n${problems.join("\n")}`);
    await replaceSite();
  } finally {
    await rm(draft, {recursive: true, force: true});
  }
  const pages = (await readdir(site)).filter((name) => name.endsWith(".html"));
  console.log(`${chalk.bold(site)} holds the site: ${pages.length} pages.`);
}

/** Runs Framework, whose long report is shown only if it fails. */
async function buildPages(): Promise<void> {
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
async function replaceSite(): Promise<void> {
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

await command(main);
