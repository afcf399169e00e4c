import {existsSync} from "node:fs";
import type MarkdownIt from "markdown-it";
import {sitePages} from "../markup/sitePages.js";
import {pagePath, pageSource} from "./pageSources.js";

/**
 * Reads all pages before any is built, so that the mistakes of all are told at once.
 * @throws Error that has a line with file and line number for each mistake
 */
export function checkPages(md: MarkdownIt): void {
  const mistakes = ["404", ...sitePages.map(({name}) => name)].flatMap((name) => {
    if (!existsSync(pagePath(name))) return [];
    try {
      md.parse(pageSource(name).markup, {path: `/${name}`, code: []});
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  if (mistakes.length > 0) throw new Error(mistakes.join("\n"));
}
