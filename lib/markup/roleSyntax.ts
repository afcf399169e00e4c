import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

/** The roles that there are. */
export const roleNames = [
  "run",
  "value",
  "paper",
  "compare",
  "ref",
  "file",
  "bench",
  "instability",
  "report",
  "ensemble",
  "random",
  "kernels",
  "claim",
  "lab",
  "note"
] as const;

export type RoleName = (typeof roleNames)[number];

const OPENING = /:([a-z]+)\[/y;
const COLON = 58;

/**
 * The inline markup `:name[argument]`. A note's argument is markup itself (tokens `note_open` to `note_close`); any other
 * role is one token `role` with its name in `info` and its argument in `content`. A name that no role has is one too, to be
 * refused, unless it follows a word, as in Python's `a:list[int]`.
 */
export function roleSyntax(md: MarkdownIt): void {
  md.inline.ruler.after("escape", "role", role);
}

function role(state: StateInline, silent: boolean): boolean {
  const {src, pos} = state;
  if (src.charCodeAt(pos) !== COLON) return false;
  OPENING.lastIndex = pos;
  const name = OPENING.exec(src)?.[1];
  if (name === undefined) return false;
  const known = roleNames.includes(name as RoleName);
  if (!known && pos > 0 && /\w/.test(src[pos - 1]!)) return false;
  const start = pos + name.length + 2;
  const end = state.md.helpers.parseLinkLabel(state, start - 1);
  if (end < 0) return false;
  if (!silent) {
    if (name === "note") note(state, start, end);
    else {
      const token = state.push("role", "", 0);
      token.info = name;
      token.content = src.slice(start, end).trim();
    }
  }
  state.pos = end + 1;
  return true;
}

function note(state: StateInline, start: number, end: number): void {
  const max = state.posMax;
  state.pending = state.pending.trimEnd();
  state.push("note_open", "", 1);
  state.pos = start;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.posMax = max;
  state.push("note_close", "", -1);
}
