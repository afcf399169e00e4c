declare module "@observablehq/framework/dist/config.js" {
  /** Pretends, for the rest of the process, that every file was changed and the site built at this time. */
  export function setCurrentDate(date: Date): void;
}

declare module "@observablehq/framework/dist/markdown.js" {
  import type MarkdownIt from "markdown-it";

  /** The parser of Framework's pages. */
  export function createMarkdownIt(config: {markdownIt?: (md: MarkdownIt) => MarkdownIt}): MarkdownIt;
}
