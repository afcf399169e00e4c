import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

const DOLLAR = 36;
const CLOSING = /\$\$[ \t]*(?:\{#(eq-[A-Za-z0-9-]+)\})?[ \t]*$/;

/** What a formula's token says of itself, in its `meta`. */
export interface FormulaFacts {
  /** whether punctuation stands right before it: no line may end between */
  after: boolean;
  /** whether punctuation follows at once */
  before: boolean;
  /** how it is read aloud; else as its MathML */
  name?: string;
}

/** What a displayed equation's token says of itself, in its `meta`. */
export interface EquationFacts {
  /** whether `$$` ends it before a blank line does */
  closed: boolean;
}

/**
 * TeX between dollars. Inline it stands on one paragraph's lines, begins and ends with something else than a space, and
 * no digit follows it, so that prices stay prices; `$$ … $$ {#eq-LABEL}` is a block. A `$` before `{` is never TeX but a
 * cell of the page. Tokens: `math` and `equation`, the TeX in `content`, the label in `info`.
 */
export function mathSyntax(md: MarkdownIt): void {
  md.inline.ruler.after("escape", "math", inlineMath);
  md.block.ruler.before("fence", "equation", equation, {alt: ["paragraph", "reference", "blockquote", "list"]});
}

function inlineMath(state: StateInline, silent: boolean): boolean {
  const {src, pos, posMax} = state;
  if (src.charCodeAt(pos) !== DOLLAR) return false;
  if (src.charCodeAt(pos + 1) === DOLLAR) return doubleDollar(state, silent);
  if (pos + 1 >= posMax || /[\s{]/.test(src[pos + 1]!)) return false;
  let end = pos + 1;
  while (end < posMax && src.charCodeAt(end) !== DOLLAR) end += src[end] === "\\" ? 2 : 1;
  const closes = end < posMax && !/\s/.test(src[end - 1]!) && !/[\d{]/.test(src[end + 1] ?? "");
  if (!closes) return false;
  if (!silent) {
    const token = state.push("math", "", 0);
    token.content = src.slice(pos + 1, end);
    token.markup = "$";
    token.meta = {
      after: /[([“‘"'–—-]/.test(src[pos - 1] ?? ""),
      before: /[.,;:!?)\]”’"'–—-]/.test(src[end + 1] ?? "")
    } satisfies FormulaFacts;
  }
  state.pos = end + 1;
  return true;
}

/** Two dollars within a paragraph are text: neither of them opens TeX, but the second may open a cell. */
function doubleDollar(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos + 2] === "{") return false;
  if (!silent) state.pending += "$$";
  state.pos += 2;
  return true;
}

function equation(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineText = (line: number) => state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);
  const first = lineText(startLine);
  if (!/^\$\$(?!\{)/.test(first) || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  if (silent) return true;
  let tex = first.slice(2);
  let line = startLine + 1;
  const inside = () => line < endLine && state.sCount[line]! >= state.blkIndent && lineText(line).trim() !== "";
  while (!CLOSING.test(tex) && inside()) tex += `\n${lineText(line++)}`;
  const closing = CLOSING.exec(tex);
  const token = state.push("equation", "", 0);
  token.block = true;
  token.content = tex.slice(0, closing?.index).trim();
  token.info = closing?.[1] ?? "";
  token.meta = {closed: closing !== null} satisfies EquationFacts;
  token.map = [startLine, line];
  state.line = line;
  return true;
}
