import {chalk} from "zx";
import {recordsLength} from "../model/history.js";
import {parseRunId} from "../experiments/parameters.js";
import type {BuildSettings} from "./buildSettings.js";
import type {Surroundings} from "./otherEnvironment.js";
import type {PartRepeated} from "./randomPart.js";
import {isIdentical, type Findings} from "./verification.js";

/** All that a verification has to say. */
export interface Verification {
  identical: boolean;
  /** the folder or address that was examined */
  site: string;
  settings: BuildSettings;
  /** the commit that the checkout is at, null where git does not say; `changed` if files differ from it */
  checkout: {commit: string | null; changed: boolean};
  rebuilt: Surroundings & {folder: string; node: string; platform: string};
  findings: Findings;
  /** what became of the ensembles' runs that were repeated */
  ensembles: PartRepeated;
  /** what became of the files of data/instability that were computed again */
  instabilities: PartRepeated;
}

export const proves =
  "These sources, with the packages in node_modules, give these numbers to the last bit and these files to the last byte, " +
  "in a folder, time zone, language, umask and with file times and numbers of threads that differ from those at hand.";

export const doesNotProve = [
  "that the sources compute what they say: read them, or compute a digest with a program of your own, as the page “Reproducibility” explains;",
  "what data/ensembles and data/instability record: only the part that was made again, all of it with --ensembles 1;",
  "the measurements of data/bench.json, data/engines.json and data/stand-ins.json, which the pages quote: npm run bench, engines and stand-ins repeat them;",
  "those of data/kernels.json, which take the notebook and other CPU kernels;",
  "that Node and the packages are sound: the rebuild used those that are installed here;",
  "anything about files of a site on the web that neither its list nor the rebuilt one names."
];

/** The verification as a table for people. */
export function verificationText(verification: Verification): string {
  const {site, settings, checkout, rebuilt, findings, ensembles, instabilities, identical} = verification;
  const {runs, files, hidden} = findings;
  const width = Math.max(...runs.map(({id}) => id.length));
  const lines = [
    chalk.bold(`${site}, compared with what its sources give`),
    `  rebuilt in    ${rebuilt.folder}`,
    `  by            Node ${rebuilt.node} on ${rebuilt.platform}, ${rebuilt.workers} threads`,
    `  time zone     ${rebuilt.timeZone}, language ${rebuilt.language}, umask ${rebuilt.umask}, files of ${rebuilt.fileTimes}`,
    `  for           base ${settings.base}${settings.repository ? `, ${settings.repository}` : ""}`,
    ...commitLines(settings, checkout),
    "",
    chalk.bold(`${"run".padEnd(width)}  ${"numbers".padStart(9)}  digest    repeated   published`)
  ];
  for (const {id, digest, repeated, published} of runs) {
    const {hidden: units, epochs} = parseRunId(id);
    const numbers = recordsLength(units, epochs).toLocaleString("en").padStart(9);
    lines.push(
      `${id.padEnd(width)}  ${numbers}  ${(digest ?? "none").slice(0, 8).padEnd(8)}  ${mark(repeated)}  ${mark(published)}`
    );
    if (repeated !== null) lines.push(chalk.red(`  repeated, it ${repeated}`));
    if (published !== null) lines.push(chalk.red(`  data/${id}.parquet: ${published}`));
  }
  for (const [what, {repeated, of, findings: others}] of [
    ["ensembles: {} runs made again", ensembles],
    ["instabilities: {} computed again", instabilities]
  ] as const) {
    const done = what.replace("{}", `${repeated} of ${of}`);
    lines.push("", chalk.bold(`${done}, ${others.length} not as recorded`));
    lines.push(...others.map((finding) => chalk.red(`  ${finding}`)));
  }
  lines.push("", chalk.bold(`files: ${findings.identical} identical, ${files.length} not`));
  for (const {path, finding} of files) lines.push(chalk.red(`  ${path} ${finding}`));
  if (hidden.length > 0) lines.push(`  not compared, since hosts keep them back: ${hidden.join(", ")}`);
  lines.push("", verdict(verification), "");
  if (identical) lines.push(`What this proves: ${proves}`);
  lines.push("What it does not prove:", ...doesNotProve.map((line) => `  - ${line}`));
  return lines.join("\n");
}

function mark(finding: string | null): string {
  return finding === null ? "identical" : chalk.red("DIFFERENT");
}

function commitLines({commit}: BuildSettings, checkout: Verification["checkout"]): string[] {
  if (commit === null || checkout.commit === null || (commit === checkout.commit && !checkout.changed)) return [];
  const present =
    checkout.commit === commit
      ? "that commit with changes"
      : `${checkout.commit}${checkout.changed ? " with changes" : ""}`;
  return [
    chalk.yellow(`  commit        the site was built from ${commit}, the sources here are ${present}`),
    ...(checkout.commit === commit
      ? []
      : [chalk.yellow(`                to compare like with like: git checkout ${commit}`)])
  ];
}

function verdict({findings, ensembles, instabilities, site, identical}: Verification): string {
  if (isIdentical(findings) && !identical) {
    const wrong = [...ensembles.findings, ...instabilities.findings].length;
    return chalk.red.bold(`What data records is not what its sources give: ${counted(wrong, "finding")}.`);
  }
  if (isIdentical(findings))
    return chalk.green.bold(
      `All is identical: ${counted(findings.runs.length, "run")} and ${counted(findings.identical, "file")}.`
    );
  const runs = findings.runs.filter(({repeated, published}) => repeated !== null || published !== null).length;
  return chalk.red.bold(
    `${site} is not what its sources give: ${counted(runs, "run")} and ${counted(findings.files.length, "file")} differ.`
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
