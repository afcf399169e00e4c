import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {PageSource} from "../markup/labels.js";
import {sitePages} from "../markup/sitePages.js";

const FRONT_MATTER = /^---\r?\n([\s\S]*?\r?\n)?---[^\n]*\r?\n?/;

/** The path of a page's file. */
export function pagePath(name: string): string {
  return fileURLToPath(new URL(`../../src/${name}.md`, import.meta.url));
}

/** A page's file, its front matter apart. */
export function pageSource(name: string): PageSource & {description: string} {
  const text = readFileSync(pagePath(name), "utf8");
  const frontMatter = FRONT_MATTER.exec(text)?.[0] ?? "";
  return {
    name,
    markup: text.slice(frontMatter.length),
    linesBefore: frontMatter.split("\n").length - 1,
    description: /^description:\s*(.*?)\s*$/m.exec(frontMatter)?.[1]?.replace(/^(["'])(.*)\1$/, "$2") ?? ""
  };
}

/** The report's pages that have been written, in reading order. */
export function pageSources(): PageSource[] {
  return sitePages.filter(({name}) => existsSync(pagePath(name))).map(({name}) => pageSource(name));
}
