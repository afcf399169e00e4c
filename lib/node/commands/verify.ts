import {mkdtempSync, rmSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {$, chalk} from "zx";
import {parseManifest} from "../../evidence/manifest.js";
import {sweeps} from "../../evidence/sweeps/sweeps.js";
import {command, CommandError} from "../command.js";
import {commandWords} from "../commandWords.js";
import {fetchedNode} from "../engines/fetchEngines.js";
import {recordedFacts} from "../computedFacts.js";
import {openSite} from "../examinedSite.js";
import {repeatRecords} from "../factRecord.js";
import {filesBelow} from "../fileSum.js";
import {readManifest} from "../manifestFile.js";
import {otherSurroundings} from "../otherEnvironment.js";
import {rebuild} from "../rebuild.js";
import {repeatPart} from "../sweeps/repeatPart.js";
import {findings, isIdentical} from "../verification.js";
import {doesNotProve, proves, verificationText, type Verification} from "../verificationReport.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const USAGE = `Usage: npm run verify -- [options]

Repeats all runs and builds the site anew in a temporary folder, in other surroundings than usual; compares the runs with
data/manifest.json, some of what is recorded in data/ensembles and data/instability with what it is when computed again, and each file with the site at hand. The
exit code is 0 only if all is identical.

  --against SITE   the site to examine: a folder, or an address on the web (dist)
  --ensembles N    repeat one in N of the runs in data/ensembles, and of the files in data/instability, chosen at
                   random (10); 1 repeats them all
  --node WHICH     the Node to rebuild with: newest or 20, fetched from npm once, or the path of a program (this one)
  --json           print one JSON object and nothing else
  --keep           leave the rebuilt site where it is`;

interface Options {
  against: string;
  oneIn: number;
  node: string | undefined;
  json: boolean;
  keep: boolean;
  help: boolean;
}

function parse(): Options {
  const {against = "dist", ensembles = "10", node, json, keep, help} = given();
  if (!/^[1-9]\d{0,5}$/.test(ensembles))
    throw new CommandError(
      `--ensembles takes a whole number from 1 to 999999, not “${ensembles}”: 10 repeats a tenth.`
    );
  return {against, oneIn: Number(ensembles), node, json, keep, help};
}

function given() {
  const flag = {type: "boolean", default: false} as const;
  const text = {type: "string"} as const;
  const options = {against: text, ensembles: text, node: text, json: flag, keep: flag, help: flag};
  return commandWords("verify", {options}).values;
}

async function main(): Promise<void> {
  const {against, oneIn, node, json, keep, help} = parse();
  if (help) return console.log(USAGE);
  const manifest = readManifest();
  if (manifest.runs.length === 0)
    throw new CommandError("There is no data/manifest.json to compare with: restore it from the repository.");
  const site = await openSite(against);
  const program = await nodeProgram(node);
  const folder = mkdtempSync(join(tmpdir(), "the report, rebuilt "));
  const clear = () => void (keep || rmSync(folder, {recursive: true, force: true}));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      clear();
      process.exit(1);
    });

  try {
    const surroundings = otherSurroundings();
    const say = (what: string) => console.error(`${what} …`);
    const rebuilt = await rebuild({
      root,
      to: join(folder, "project"),
      node: program.path,
      settings: site.settings,
      surroundings,
      say
    });
    say(`Comparing with ${site.name}`);
    const found = await findings({
      manifest,
      repeated: parseManifest(await readFile(rebuilt.manifest, "utf8"), rebuilt.manifest),
      rebuilt: rebuilt.site,
      examined: await site.folder(filesBelow(rebuilt.site), join(folder, "examined")),
      mayHide: site.mayHide
    });
    say(oneIn === 1 ? "Repeating all ensembles" : `Repeating one in ${oneIn} of the ensembles' runs`);
    const ensembles = await repeatPart(sweeps, oneIn);
    const instabilities = await repeatRecords(Object.values(recordedFacts()), oneIn);
    const verification: Verification = {
      identical: isIdentical(found) && [ensembles, instabilities].every(({findings}) => findings.length === 0),
      site: site.name,
      settings: site.settings,
      checkout: await checkout(),
      rebuilt: {folder, node: program.version, platform: `${process.platform} ${process.arch}`, ...surroundings},
      findings: found,
      ensembles,
      instabilities
    };
    console.log(json ? JSON.stringify({...verification, proves, doesNotProve}) : verificationText(verification));
    if (keep) console.error(`The rebuilt site is in ${chalk.bold(rebuilt.site)}.`);
    if (!verification.identical) process.exitCode = 1;
  } finally {
    clear();
  }
}

/** The Node to rebuild with, which has to be one. */
async function nodeProgram(which: string | undefined): Promise<{path: string; version: string}> {
  if (which === undefined) return {path: process.execPath, version: process.versions.node};
  const path = which === "newest" || which === "20" ? await fetchedNode(which) : resolve(which);
  if (path === null)
    throw new CommandError(`npm has no Node for ${process.platform} on ${process.arch}: name a program.`);
  const asked = await $({nothrow: true, quiet: true})`${path} -p process.versions.node`;
  const version = asked.stdout.trim();
  if (asked.exitCode !== 0 || !/^\d+\.\d+\.\d+/.test(version))
    throw new CommandError(`--node takes newest, 20 or the path of a Node program, not “${which}”.`);
  return {path, version};
}

/** The commit that the sources are at, where git knows. */
async function checkout(): Promise<Verification["checkout"]> {
  const git = $({cwd: root, nothrow: true, quiet: true});
  const head = await git`git rev-parse HEAD`;
  if (head.exitCode !== 0) return {commit: null, changed: false};
  const status = await git`git status --porcelain`;
  return {commit: head.stdout.trim(), changed: status.stdout.trim() !== ""};
}

await command(main);
