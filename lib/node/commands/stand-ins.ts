import {fileURLToPath} from "node:url";
import {parseRunId} from "../../experiments/parameters.js";
import {standIns, type StandIn} from "../../experiments/registry.js";
import {candidates, nearest, RULE, unseededRuns} from "../../experiments/standInRule.js";
import {writeAtomically} from "../atomicFile.js";
import {command, CommandError} from "../command.js";
import {refuseWords} from "../commandWords.js";
import {printedValue} from "../paperValues.js";
import {withProgress} from "../progress.js";
import {sweep} from "../sweep.js";

/** What data/stand-ins.json records: the rule, and for each unseeded run every candidate's errors and the choice. */
export interface StandInRecord {
  rule: string;
  choices: Record<StandIn, {paper: {last: number; lowest: number}; chosen: string; candidates: CandidateRecord[]}>;
}

interface CandidateRecord {
  id: string;
  last: number | null;
  lowest: number;
}

/** Applies the rule to all candidates, records it, and says whether the registry follows it. */
async function main(): Promise<void> {
  refuseWords("stand-ins", "applies the rule of data/stand-ins.json to all candidates, and records what it finds");
  const names = Object.keys(unseededRuns) as StandIn[];
  const ids = new Map(names.map((name) => [name, candidates(unseededRuns[name])]));
  const all = [...ids.values()].flat();
  const found = await withProgress("candidates", 1, (onProgress) =>
    sweep(all.map(parseRunId), ({summary}) => summary, {onProgress})
  );
  const summaries = new Map(all.map((id, i) => [id, found[i]!]));

  const choices = {} as StandInRecord["choices"];
  for (const name of names) {
    const {lastKey, lowestKey} = unseededRuns[name];
    const paper = {last: Number(printedValue(lastKey)), lowest: Number(printedValue(lowestKey))};
    const tried = ids.get(name)!;
    const chosen =
      tried[
        nearest(
          tried.map((id) => summaries.get(id)!),
          paper
        )
      ]!;
    const errors = tried.map((id) => ({
      id,
      last: summaries.get(id)!.lastTestLoss,
      lowest: summaries.get(id)!.lowestTestLoss
    }));
    choices[name] = {paper, chosen, candidates: errors};
    console.log(`${name}: ${chosen}`);
  }
  const record: StandInRecord = {rule: RULE, choices};
  const path = fileURLToPath(new URL("../../../data/stand-ins.json", import.meta.url));
  await writeAtomically(path, [`${JSON.stringify(record, null, 1)}\n`]);
  const wrong = names.filter((name) => standIns[name] !== choices[name].chosen);
  if (wrong.length > 0)
    throw new CommandError(
      `The rule chooses otherwise than lib/experiments/registry.ts for ${wrong.join(", ")}: put the ids above into its standIns.`
    );
}

await command(main);
