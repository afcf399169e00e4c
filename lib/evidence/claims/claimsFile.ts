import {glossary} from "../measures/glossary.js";
import type {PaperRow} from "../printed.js";
import type {Judgement} from "./ledger.js";
import {meanings} from "./verdict.js";

/**
 * All claims with what they come to, as the site offers them: JSON with a line for each claim. Sentences are markup, in
 * which `{name}` stands for a measured number; a number that is not finite is null. `paper` holds what the paper prints.
 */
export function claimsText(
  judgements: readonly Judgement[],
  printed: readonly Pick<PaperRow, "key" | "printed">[]
): string {
  const texts = new Map(printed.map(({key, printed}) => [key, printed]));
  const lines = judgements.map(({digits, numbers, ...facts}) => {
    const paper = Object.fromEntries([...digits, ...numbers].map((key) => [key, texts.get(key)]));
    return JSON.stringify({...facts, paper});
  });
  const head = `"verdicts": ${JSON.stringify(meanings)},\n "glossary": ${JSON.stringify(glossary)}`;
  return `{\n "version": 1,\n ${head},\n "claims": [\n  ${lines.join(",\n  ")}\n ]\n}\n`;
}
