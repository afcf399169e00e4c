import {chalk} from "zx";
import type {Manifest} from "../../evidence/manifest.js";
import type {ManifestDifference} from "../../evidence/manifestDifference.js";
import {command} from "../command.js";
import {refuseWords} from "../commandWords.js";
import {presentDifferences, presentManifest, readManifest, writeManifest} from "../manifestFile.js";
import {keepAgreedSnapshots} from "../snapshotFolder.js";
import {prepareSnapshots} from "../snapshotStore.js";

/** Writes data/manifest.json from the runs as the present code makes them, and says what has changed. */
async function main(): Promise<void> {
  refuseWords("manifest", "records what the present code makes of all runs");
  await prepareSnapshots();
  const former = formerManifest();
  const changes = await presentDifferences(former, ["dist"]);
  const present = presentManifest();
  const changed = await writeManifest(present);
  await keepAgreedSnapshots();

  for (const change of changes) console.log(sentence(change));
  const name = chalk.bold("data/manifest.json");
  if (!changed) console.log(`${name} has not changed: it holds ${present.runs.length} runs.`);
  else if (changes.length === 0) console.log(`${name} was written anew: its form has changed, no run has.`);
  else {
    const count = changes.length === 1 ? "one run has" : `${changes.length} runs have`;
    console.log(`${name} was written anew: ${count} changed. Commit it if that was intended.`);
  }
}

/** What was committed; nothing where that cannot be read, for it is to be replaced. */
function formerManifest(): Manifest {
  try {
    return readManifest();
  } catch (error) {
    console.error((error as Error).message);
    return {version: 1, runs: []};
  }
}

function sentence({id, kind, text}: ManifestDifference): string {
  if (kind === "absent") return `${id} is new.`;
  if (kind === "surplus") return `${id} is gone: it is no run of the report any more.`;
  return `${id} ${text}.`;
}

await command(main);
