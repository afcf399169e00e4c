import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import type {HeadingFacts} from "./headingSyntax.js";
import {fragment, raw} from "./fragment.js";

/** Fewer sections than this are seen at a glance. */
const FEWEST = 3;

/** After the page's title: links to its sections, if there are several. */
export function pageContents(md: MarkdownIt): void {
  md.core.ruler.after("heading-number", "page-contents", ({tokens, Token}) => {
    const title = tokens.findIndex(({type, tag}) => type === "heading_close" && tag === "h1");
    if (title >= 0 && sections(tokens).length >= FEWEST)
      tokens.splice(title + 1, 0, new Token("page_contents", "nav", 0));
  });
  md.renderer.rules["page_contents"] = (tokens, _, options, environment, renderer) => {
    const items = sections(tokens).map(([heading, inline]) => {
      const {number} = heading.meta as HeadingFacts;
      const text = renderer.renderInline(inline.children ?? [], options, environment);
      return fragment`<li${number ? raw(' class="numbered"') : null}><a href="#${heading.attrGet("id")!}">${raw(text)}</a></li>`;
    });
    return fragment`<nav class="page-contents" aria-label="On this page"><ol>${items}</ol></nav>\n`.html;
  };
}

function sections(tokens: readonly Token[]): [heading: Token, inline: Token][] {
  return tokens.flatMap((token, i): [Token, Token][] =>
    token.type === "heading_open" && token.tag === "h2" ? [[token, tokens[i + 1]!]] : []
  );
}
