import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {plainText} from "../figures/label.js";
import {fragment} from "./fragment.js";
import type {FormulaFacts} from "./mathSyntax.js";
import type {Resolver} from "./resolve.js";

/** A table scrolls by itself where the screen is too narrow for it. */
export const tableOpening: Resolver = () => fragment`<div class="table"><table>\n`;

export const tableClosing: Resolver = () => fragment`</table></div>\n`;

/** Markdown has no table without a head: a head of empty cells is left out, and an empty cell of a head heads nothing. */
export function tableSyntax(md: MarkdownIt): void {
  md.core.ruler.after("block", "empty-heads", (state) => {
    state.tokens = withoutEmptyHeads(state.tokens);
    for (const [i, token] of state.tokens.entries())
      if (token.type === "th_open" && isEmpty(state.tokens[i + 1]!)) token.tag = state.tokens[i + 2]!.tag = "td";
  });
  md.core.ruler.after("inline", "name-formulas", nameFormulas);
}

/** A formula that heads a column needs a name, which its MathML is not. */
function nameFormulas({tokens}: StateCore): void {
  for (const [i, {type}] of tokens.entries())
    if (type === "th_open")
      for (const child of tokens[i + 1]!.children ?? [])
        if (child.type === "math") (child.meta as FormulaFacts).name = plainText(child.content);
}

function withoutEmptyHeads(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; ++i) {
    const end =
      tokens[i]!.type === "thead_open" ? tokens.findIndex(({type}, j) => j > i && type === "thead_close") : -1;
    const head = tokens.slice(i, end + 1);
    if (end > i && head.every((token) => token.type !== "inline" || isEmpty(token))) i = end;
    else kept.push(tokens[i]!);
  }
  return kept;
}

function isEmpty({content}: Token): boolean {
  return content.trim() === "";
}
