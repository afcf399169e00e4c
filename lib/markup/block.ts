import type Token from "markdown-it/lib/token.mjs";
import {containerArgument, containers} from "./containerSyntax.js";
import {fragment, type Html} from "./fragment.js";
import type {Page} from "./page.js";
import type {Resolver} from "./resolve.js";

/** `::: derivation Title`: a piece of reasoning that a reader may fold away; it is open to begin with. */
export const derivationOpening: Resolver = (token, page) =>
  fragment`<details class="derivation" open><summary>${title(token, page)}</summary>\n`;

export const derivationClosing: Resolver = () => fragment`</details>\n`;

/** `::: aside Title`: something beside the argument. */
export const asideOpening: Resolver = (token, page) =>
  fragment`<div class="aside" role="note"><p class="aside-title">${title(token, page)}</p>\n`;

export const asideClosing: Resolver = () => fragment`</div>\n`;

/** A line of colons that opens no container that there is, and closes none. */
export const unknownContainer: Resolver = ({content}) => {
  const known = containers.map((name) => `“::: ${name}”`).join(", ");
  throw new Error(`“${content.trim()}” opens no container and closes none; there are ${known}, closed by “:::”.`);
};

function title(token: Token, page: Page): Html {
  const words = containerArgument(token);
  if (words === "") throw new Error(`The container needs a title: write “::: ${token.info.trim()} Title”.`);
  return page.inline(words, "its title");
}
