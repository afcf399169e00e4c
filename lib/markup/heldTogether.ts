import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";

/** A role's text (characters) up to which it may be held to what follows, and code up to which it is not broken. */
const SHORT = 24;

/** The last word of a text, with what is written after it. */
const LAST_WORD = /[^ \t\n]+$/;

/**
 * Keeps on one line what belongs together and no single character can hold, since browsers break lines beside anything
 * that is no letter: the marks of claims and the word before them, a formula and the number that it is said to equal, and
 * short code. Comes after the roles are resolved.
 */
export function heldTogether(md: MarkdownIt): void {
  md.core.ruler.push("held-together", (state) => {
    for (const token of state.tokens) if (token.children) token.children = held(token.children, state);
  });
  md.renderer.rules["held_open"] = () => `<span class="held">`;
  md.renderer.rules["held_close"] = () => "</span>";
}

function held(tokens: readonly Token[], state: StateCore): Token[] {
  const done: Token[] = [];
  /** Takes what stands last, from a place on, into a span together with some more. */
  const hold = (from: number, more: readonly Token[]) => {
    const inside = done.splice(from);
    done.push(new state.Token("held_open", "", 1), ...inside, ...more, new state.Token("held_close", "", -1));
  };
  for (let i = 0; i < tokens.length; ++i) {
    const token = tokens[i]!;
    if (token.type === "code_inline" && token.content.includes(" ") && token.content.length <= SHORT)
      token.attrJoin("class", "short");
    if (isClaim(token)) {
      const after = tokens.findIndex((other, j) => j > i && !isClaim(other));
      const marks = tokens.slice(i, after < 0 ? undefined : after);
      hold(lastWord(done, state), marks);
      i += marks.length - 1;
    } else if (token.type === "role" && done.at(-1)?.content === " = " && done.at(-2)?.type === "math") {
      hold(done.length - 2, [token]);
    } else done.push(token);
  }
  return done;
}

function isClaim({type, info}: Token): boolean {
  return type === "role" && info === "claim";
}

/** Where the last word of some tokens begins; a text of several words is split before it. */
function lastWord(tokens: Token[], state: StateCore): number {
  let from = tokens.length;
  for (; from > 0; --from) {
    const token = tokens[from - 1]!;
    if (token.type === "role" && plain(token.content).length <= SHORT) continue;
    if (token.type === "math" && token.content.includes(`class="formula"`)) continue;
    if (token.type !== "text") break;
    const at = token.content.search(LAST_WORD);
    if (at === 0 || token.content === "") continue;
    if (at < 0) break;
    const word = new state.Token("text", "", 0);
    word.content = token.content.slice(at);
    word.level = token.level;
    token.content = token.content.slice(0, at);
    tokens.splice(from, 0, word);
    break;
  }
  return from;
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, "");
}
