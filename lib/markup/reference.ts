import {fragment} from "./fragment.js";
import type {Label} from "./labels.js";
import type {Resolver} from "./resolve.js";

/**
 * `:ref[LABEL]`: a link that reads `figure 3a`, `(1)` or `section 2.4`, with a capital at the start of a sentence.
 * `:ref[LABEL words]` reads as the words say.
 */
export const refRole: Resolver = ({content}, page, before) => {
  const [key, words] = split(content);
  const label = page.report.labels().get(key);
  if (!label) throw new Error(`There is no label “${key}” on any page.`);
  if (label.rivals.length > 0)
    throw new Error(
      `“${key}” could be the heading at ${[label.place, ...label.rivals].join(" or ")}: give the one you mean a label {#…}.`
    );
  const starts = /(^|[.!?:]["”’)]?\s+)$/.test(before);
  const text = starts ? label.text.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : label.text;
  const reading = words === "" ? fragment`${text}` : page.inline(words, `the words of :ref[${content}]`);
  return fragment`<a class="reference" href="${target(label, page.name)}">${reading}</a>`;
};

function split(content: string): [key: string, words: string] {
  const [, key = "", words = ""] = /^(\S+)\s*(.*)$/s.exec(content) ?? [];
  return [key, words];
}

function target({page, anchor}: Label, here: string): string {
  if (anchor === "") return `./${page}`;
  return page === here ? `#${anchor}` : `./${page}#${anchor}`;
}
