import {resolve} from "node:path";
import {chalk} from "zx";
import type {Sweep} from "../../evidence/sweeps/sweep.js";
import {sweepNamed, sweeps} from "../../evidence/sweeps/sweeps.js";
import {command} from "../command.js";
import {commandWords} from "../commandWords.js";
import {recordedFacts} from "../computedFacts.js";
import {recordFacts} from "../factRecord.js";
import {withProgress} from "../progress.js";
import {makeOutcomes} from "../sweeps/makeOutcomes.js";
import {outcomeStore} from "../sweeps/outcomeStore.js";
import {parseShard, shardOf} from "../sweeps/shard.js";
import {commitResults, computeResults, isCurrent, outcomeFolder} from "../sweeps/sweepFiles.js";
import {runKey} from "../sweeps/sweepKey.js";

const USAGE = `Usage: npm run sweep -- [NAME ...] [options]

Makes the runs of all sweeps, or of those that are named, and records their results in data/ensembles; without names also
what is to be known of each run's instability, in data/instability. What is recorded there and comes from the present code
is not computed again, nor are runs that were made before: an interrupted sweep goes on where it stopped.

  --shard I/N     make the I-th of N parts of the runs, and record nothing
  --into FOLDER   keep the outcome of each run in this folder (.cache/outcomes). The parts of a sweep are joined by
                  copying the files of all such folders into one, and running this without --shard
  --list          print the names of all sweeps`;

function parse() {
  const string = {type: "string"} as const;
  const flag = {type: "boolean", default: false} as const;
  return commandWords("sweep", {
    allowPositionals: true,
    options: {shard: string, into: string, list: flag, help: flag}
  });
}

async function main(): Promise<void> {
  const {values, positionals} = parse();
  if (values.help) return console.log(USAGE);
  if (values.list) return console.log(sweeps.map(({name, runs}) => `${name} (${runs.length} runs)`).join("\n"));
  const named = positionals.length > 0 ? positionals.map(sweepNamed) : sweeps;
  const chosen = values.into === undefined && values.shard === undefined ? await notCurrent(named) : named;
  const folder = values.into === undefined ? outcomeFolder : resolve(values.into);
  const tasks = chosen.flatMap(({module, runs}) => runs.map((id) => ({module, id})));

  if (values.shard !== undefined) {
    const shard = parseShard(values.shard);
    const part = shardOf(tasks, shard);
    await withProgress(`part ${shard.index} of ${shard.of}`, 1, (onProgress) =>
      makeOutcomes(part, outcomeStore(folder), {onProgress})
    );
    return console.log(`${part.length} runs are in ${chalk.bold(folder)}.`);
  }

  const results = await computeResults(chosen, folder);
  const changed: string[] = [];
  for (const one of results) if (await commitResults(one)) changed.push(`data/ensembles/${one.sweep}.json`);
  if (positionals.length === 0) changed.push(...(await recordFacts(Object.values(recordedFacts()))));
  if (positionals.length === 0 && values.into === undefined) {
    const all = sweeps.flatMap(({module, runs}) => runs.map((id) => ({module, id})));
    const keys = await Promise.all(all.map(({module, id}) => runKey({module}, id)));
    await outcomeStore(folder).keepOnly(new Set(keys));
  }
  for (const name of changed) console.log(`${name} has changed.`);
  if (changed.length === 0) console.log(`Nothing has changed: ${named.length} sweeps are what the present code makes.`);
  else console.log(`${chalk.bold("data")} was written anew. Commit it if that was intended.`);
}

async function notCurrent(sweeps: readonly Sweep[]): Promise<Sweep[]> {
  const current = await Promise.all(sweeps.map(isCurrent));
  return sweeps.filter((_, i) => !current[i]);
}

await command(main);
