import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import {containerArgument} from "./containerSyntax.js";
import type {HeadingFacts} from "./headingSyntax.js";
import type {Environment} from "./page.js";

/** The source of a page. */
export interface PageSource {
  /** the file's name without `.md` */
  name: string;
  /** the file without its front matter */
  markup: string;
  /** the number of lines that the front matter takes */
  linesBefore: number;
}

/** What `:ref` can point at. */
export interface Label {
  page: string;
  /** the element's id on its page; empty for the page itself */
  anchor: string;
  /** what a reference reads, such as `figure 3a`, `(1)` or `section 2.4` */
  text: string;
  /** file and line */
  place: string;
  /** other places whose headings have the same words; such a label cannot be referred to */
  rivals: string[];
}

/** Where a label comes from; the stronger one wins: a heading's words, a page's name, a label that somebody wrote. */
const rank = {words: 0, page: 1, label: 2} as const;

interface RankedLabel extends Label {
  rank: number;
}

/** By name: `figure-3`, `figure-3a`, `eq-1`, `section-LABEL`. */
export type Labels = ReadonlyMap<string, Label>;

/**
 * The label index of the whole report, of every figure, panel, equation and heading that the pages hold.
 * @param md with the report's syntax
 * @param pages in reading order
 * @param panels the panel ids of a figure, such as `3a`
 * @throws Error that names file and line of each label that is used twice
 */
export function indexLabels(
  md: MarkdownIt,
  pages: readonly PageSource[],
  panels: (figure: string) => readonly string[]
): Labels {
  const labels = new Map<string, RankedLabel>();
  const problems: string[] = [];
  let ownEquations = 0;

  for (const {name, markup, linesBefore} of pages) {
    const environment: Environment & {code: unknown[]} = {path: `/${name}`, scanning: true, code: []};
    const place = ({map}: Token) => `src/${name}.md:${(map?.[0] ?? 0) + linesBefore + 1}`;

    const add = (kind: keyof typeof rank, key: string, anchor: string, text: string, token: Token) => {
      const label: RankedLabel = {page: name, anchor, text, place: place(token), rivals: [], rank: rank[kind]};
      const other = labels.get(key);
      if (!other || other.rank < label.rank) labels.set(key, label);
      else if (kind === "words") other.rivals.push(label.place);
      else if (other.rank === label.rank)
        problems.push(`${label.place}: the label “${key}” stands at ${other.place} already; rename one.`);
    };

    const addHeading = (token: Token, facts: HeadingFacts) => {
      const anchor = token.attrGet("id")!;
      const text = sectionText(facts);
      add(facts.labelled ? "label" : "words", `section-${anchor}`, anchor, text, token);
      if (token.tag === "h1") add("page", `section-${name}`, "", text, token);
    };

    for (const token of md.parse(markup, environment)) {
      if (token.type === "heading_open") addHeading(token, token.meta as HeadingFacts);
      if (token.type === "equation" && token.info) {
        const number = /^eq-\d+$/.test(token.info) ? token.info.slice(3) : roman(++ownEquations);
        add("label", token.info, token.info, `(${number})`, token);
      }
      if (token.type === "container_figure_open") {
        const figure = containerArgument(token);
        for (const id of [figure, ...panels(figure)])
          add("label", `figure-${id}`, `figure-${id}`, `figure ${id}`, token);
      }
    }
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return labels;
}

function sectionText({number, title}: HeadingFacts): string {
  if (/^[A-Z]$/.test(number)) return `appendix ${number}`;
  return number ? `section ${number}` : `“${title}”`;
}

const numerals = Object.entries({x: 10, ix: 9, v: 5, iv: 4, i: 1});

/** The paper's equations bear arabic numbers; ours that are labelled count i, ii, iii … in reading order. */
function roman(value: number): string {
  let text = "";
  for (const [numeral, size] of numerals) for (; value >= size; value -= size) text += numeral;
  return text;
}
