import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {fragment} from "./fragment.js";
import {pageName, type Environment} from "./page.js";
import {sitePages} from "./sitePages.js";

const LABEL = /\s*\{#([A-Za-z][A-Za-z0-9-]*)\}\s*$/;
const NUMBER = /^(\d+(?:\.\d+)*)\.?\s+/;

/** What a heading says of itself, in its token's `meta`. */
export interface HeadingFacts {
  /** the section's number, such as `2.4`; empty if it has none */
  number: string;
  /** the rest of the heading as plain text */
  title: string;
  /** whether the heading names its own label, as in `## The last bit {#exactness}` */
  labelled: boolean;
}

/** Headings: an optional label `{#LABEL}` at the end, else an id made of the words; a section number apart. */
export function headingSyntax(md: MarkdownIt): void {
  md.core.ruler.before("inline", "heading-label", takeLabels);
  md.core.ruler.after("inline", "heading-number", describe);
}

function* headings({tokens}: StateCore): Iterable<[Token, Token]> {
  for (const [i, token] of tokens.entries()) if (token.type === "heading_open") yield [token, tokens[i + 1]!];
}

function takeLabels(state: StateCore): void {
  for (const [heading, inline] of headings(state)) {
    const match = LABEL.exec(inline.content);
    if (!match) continue;
    heading.attrSet("id", match[1]!);
    inline.content = inline.content.slice(0, match.index);
  }
}

function describe(state: StateCore): void {
  const name = pageName(state.env as Environment);
  const ownNumber = sitePages.find((page) => page.name === name)?.number;
  // A page may be numbered by a letter, but “A different number of neurons” is no section A.
  const pageNumber = ownNumber ? new RegExp(`^(${ownNumber})\\s+`) : null;
  const ids = new Set<string>();
  for (const [heading] of headings(state)) ids.add(heading.attrGet("id") ?? "");
  for (const [heading, inline] of headings(state)) {
    const children = inline.children ?? [];
    const first = children[0];
    const text = first?.type === "text" ? first.content : "";
    const match = (heading.tag === "h1" && pageNumber?.exec(text)) || NUMBER.exec(text);
    const title = plainText(children).slice(match?.[0].length ?? 0);
    const labelled = heading.attrGet("id") !== null;
    if (!labelled) heading.attrSet("id", unused(slug(title), ids));
    heading.meta = {number: match?.[1] ?? "", title, labelled} satisfies HeadingFacts;
    if (match && first) children.splice(0, 1, ...numbered(state, first, match));
  }
}

/** The text of inline tokens, TeX and roles as they are written. */
function plainText(tokens: readonly Token[]): string {
  const texts = tokens.map(({type, content}) => (type.endsWith("break") ? " " : content));
  return texts.join("").trim();
}

function slug(title: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join("-") ?? "section";
}

function unused(id: string, ids: Set<string>): string {
  let candidate = id;
  for (let i = 2; ids.has(candidate); ++i) candidate = `${id}-${i}`;
  ids.add(candidate);
  return candidate;
}

function numbered(state: StateCore, text: Token, match: RegExpExecArray): Token[] {
  const number = new state.Token("html_inline", "", 0);
  number.content = fragment`<span class="section-number">${match[1]!}</span> `.html;
  text.content = text.content.slice(match[0].length);
  return [number, text];
}
