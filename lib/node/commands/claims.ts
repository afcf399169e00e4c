import {chalk} from "zx";
import {verdicts} from "../../evidence/claims/verdict.js";
import {verdictChanges, verdictRecord, type VerdictRecord} from "../../evidence/claims/verdictRecord.js";
import {command} from "../command.js";
import {refuseWords} from "../commandWords.js";
import {computedFacts} from "../computedFacts.js";
import {readVerdicts, writeVerdicts} from "../verdictFile.js";

/** Measures every claim of the paper, writes data/verdicts.json, and says what has changed. */
async function main(): Promise<void> {
  refuseWords("claims", "records the verdicts of all claims");
  const {claims} = await computedFacts();
  const changes = verdictChanges(formerVerdicts(), verdictRecord(claims));
  await writeVerdicts(claims);

  for (const change of changes) console.log(change);
  const counts = verdicts.map((verdict) => `${claims.filter((claim) => claim.verdict === verdict).length} ${verdict}`);
  console.log(`${chalk.bold("data/verdicts.json")} holds ${claims.length} verdicts: ${counts.join(", ")}.`);
  if (changes.length > 0) console.log("Commit it if that was intended.");
}

/** What was committed; nothing where that cannot be read, for it is to be replaced. */
function formerVerdicts(): VerdictRecord {
  try {
    return readVerdicts();
  } catch (error) {
    console.error((error as Error).message);
    return {version: 1, verdicts: {}};
  }
}

await command(main);
