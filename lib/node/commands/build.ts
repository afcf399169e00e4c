import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {chalk} from "zx";
import {withLock} from "../buildLock.js";
import {command} from "../command.js";
import {refuseWords} from "../commandWords.js";
import {buildKernel} from "../kernelBuild.js";
import {inputState, isUpToDate, noteBuilt} from "../siteState.js";

const {SITE_OUTPUT: site = "dist", SITE_BASE: base = "/"} = process.env;

async function main(): Promise<void> {
  refuseWords("build", "builds the site for the base path SITE_BASE into the folder SITE_OUTPUT");
  process.chdir(fileURLToPath(new URL("../../../", import.meta.url)));
  await withLock(join(".cache", "build.lock"), async () => {
    if (await isUpToDate(site)) return console.log(`${chalk.bold(site)} is up to date: nothing has changed.`);
    await build();
    const pages = (await readdir(site)).filter((name) => name.endsWith(".html"));
    console.log(`${chalk.bold(site)} holds the site: ${pages.length} pages.`);
  });
}

async function build(): Promise<void> {
  await buildKernel();
  const before = await inputState();
  const {buildSite} = await import("../siteBuild.js");
  await buildSite(site, base);
  await noteBuilt(site, before);
}

await command(main);
