import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {raw, type Html} from "./fragment.js";
import {type Environment, type Page, pageName} from "./page.js";
import type {Report} from "./report.js";

/**
 * Makes the HTML of one token.
 * @param token the token, whose kind the resolver is registered for
 * @param before the plain text that stands before it in its block
 * @throws Error with one sentence that says what is wrong; file and line are added to it
 */
export type Resolver = (token: Token, page: Page, before: string) => Html;

const LINK_IN_LINK = "A heading is a link to itself and can hold no other link: say it in the text below.";

/**
 * Replaces every token that has a resolver by its HTML when a page is parsed. All errors of a page are reported together,
 * one a line, each with its file and line.
 * @param linesBefore how many lines of a page's file stand before its markup (the front matter)
 */
export function resolveMarkup(
  md: MarkdownIt,
  resolvers: Readonly<Record<string, Resolver>>,
  report: Report,
  linesBefore: (page: string) => number
): void {
  for (const type of Object.keys(resolvers)) md.renderer.rules[type] = (tokens, i) => tokens[i]!.content;

  md.core.ruler.push("resolve", (state: StateCore) => {
    const environment = state.env as Environment;
    if (environment.scanning) return;
    const page = (environment.page ??= newPage(md, report, environment));
    const problems: string[] = [];

    const fail = (line: number, message: string) => {
      const at = environment.origin ?? lineOf(environment, line, linesBefore);
      problems.push(`${at}: ${message}`);
    };

    const resolve = (token: Token, line: number, before: string) => {
      try {
        const resolver = resolvers[token.type];
        if (resolver) token.content = resolver(token, page, before).html;
      } catch (error) {
        fail(line, (error as Error).message);
      }
    };

    let line = 0;
    for (const [i, token] of state.tokens.entries()) {
      if (token.map) line = token.map[0];
      resolve(token, line, "");
      const inHeading = state.tokens[i - 1]?.type === "heading_open";
      let before = "";
      let inlineLine = line;
      for (const child of token.children ?? []) {
        const source = child.content;
        resolve(child, inlineLine, before);
        if (inHeading && isLink(child)) fail(inlineLine, LINK_IN_LINK);
        before += source;
        inlineLine += child.type.endsWith("break") ? 1 : lineBreaks(source);
      }
    }
    if (problems.length > 0) throw new Error(problems.join("\n"));
  });
}

function isLink({type, content}: Token): boolean {
  if (type === "text" || type === "code_inline") return false;
  return type === "link_open" || /<(a|input)\b/.test(content);
}

function newPage(md: MarkdownIt, report: Report, environment: Environment): Page {
  const page: Page = {
    name: pageName(environment),
    report,
    notes: 0,
    claims: new Set(),
    provenance: null,
    inline: (markup, origin) => raw(md.renderInline(markup, {...environment, page, origin}))
  };
  return page;
}

function lineOf(environment: Environment, line: number, linesBefore: (page: string) => number): string {
  const name = pageName(environment);
  return `src/${name}.md:${line + linesBefore(name) + 1}`;
}

function lineBreaks(text: string): number {
  return text.split("\n").length - 1;
}
