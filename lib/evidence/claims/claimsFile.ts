import {glossary} from "../measures/glossary.js";
import type {PaperRow} from "../printed.js";
import type {Judgement} from "./ledger.js";
import {meanings} from "./verdict.js";

/**
 * All claims with what they come to, as the site offers them: JSON with a line for each claim. Sentences are markup, in
 * which `{name}` stands for a measured number; a number that is not finite is null.
 */
export function claimsText(judgements: readonly Judgement[], paper: readonly PaperRow[]): string {
  const printed = new Map(paper.map((row) => [row.key, row.printed]));
  const numbers = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, printed.get(key)]));
  const lines = judgements.map(({digits, numbers: others, ...facts}) =>
    JSON.stringify({...facts, paper: numbers([...digits, ...others])})
  );
  const head = `"verdicts": ${JSON.stringify(meanings)},\n "glossary": ${JSON.stringify(glossary)}`;
  return `{\n "version": 1,\n ${head},\n "claims": [\n  ${lines.join(",\n  ")}\n ]\n}\n`;
}
