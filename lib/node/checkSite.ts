import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {dirname, extname, join, normalize, relative} from "node:path";
import {parseHTML} from "linkedom";

const MODULE = /(?:\bfrom|\bimport|import\.meta\.resolve)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g;
/** Types are imported in comments, from files that are none of the site. */
const COMMENT = /\/\*[\s\S]*?\*\//g;
/** Framework's own modules name libraries that only some cells use; those of this site use none. */
const FRAMEWORK = "_observablehq";

const STYLE_URL = /url\(\s*["']?(?!data:|#)([^"')]+)["']?\s*\)/g;

/** What loads when a page is opened, by selector and attribute. */
const loading = [
  ["script[src]", "src"],
  ["img[src]", "src"],
  ["link[rel~=stylesheet], link[rel~=preload], link[rel~=modulepreload], link[rel~=icon]", "href"],
  ["iframe[src], audio[src], video[src], source[src]", "src"]
] as const;

/** A site that has been built, and its pages by their files. */
interface Site {
  output: string;
  base: string;
  pages: ReadonlyMap<string, Page>;
}

interface Page {
  document: Document;
  ids: ReadonlySet<string>;
}

/**
 * Looks a built site through for what Framework lets pass: cells with errors, links and modules that lead nowhere,
 * anything that would load from another host.
 * @param output the site's folder
 * @param base the path that the site was built for, with a slash at either end
 * @returns one sentence a problem
 */
export function siteProblems(output: string, base: string): string[] {
  const files = (readdirSync(output, {recursive: true}) as string[]).filter((file) =>
    statSync(join(output, file)).isFile()
  );
  const pages = new Map(
    files.filter((file) => extname(file) === ".html").map((file) => [file, parsed(join(output, file))])
  );
  return files.flatMap((file) => {
    const path = join(output, file);
    switch (extname(file)) {
      case ".html":
        return pageProblems(file, {output, base, pages});
      case ".js":
        if (file.startsWith(FRAMEWORK)) return [];
        return missing(file, output, readFileSync(path, "utf8").replace(COMMENT, ""), MODULE, "imports");
      case ".css":
        return missing(file, output, readFileSync(path, "utf8"), STYLE_URL, "asks for");
      default:
        return [];
    }
  });
}

function parsed(path: string): Page {
  const document = parseHTML(readFileSync(path, "utf8")).document as unknown as Document;
  return {document, ids: new Set([...document.querySelectorAll("[id]")].map(({id}) => id))};
}

function missing(file: string, output: string, text: string, pattern: RegExp, verb: string): string[] {
  return [...text.matchAll(pattern)].flatMap(([, target]) => {
    if (/^\w+:/.test(target!)) return [`${file} ${verb} ${target!}, on another host.`];
    return existsSync(join(output, dirname(file), target!)) ? [] : [`${file} ${verb} ${target!}, which is not there.`];
  });
}

function pageProblems(file: string, site: Site): string[] {
  const {document} = site.pages.get(file)!;
  const problems = [...document.querySelectorAll(".observablehq--error")].map(
    (cell) => `${file} holds a cell that fails: ${cell.textContent?.trim() ?? ""}`
  );
  for (const script of document.querySelectorAll("script:not([src])"))
    problems.push(...missing(file, site.output, script.textContent ?? "", MODULE, "imports"));
  for (const [selector, attribute] of loading)
    for (const element of document.querySelectorAll(selector)) {
      const address = element.getAttribute(attribute)!;
      if (/^(https?:)?\/\//.test(address)) problems.push(`${file} loads ${address}, from another host.`);
      else if (!address.startsWith("data:")) problems.push(...linkProblem(file, address, site));
    }
  for (const link of document.querySelectorAll("a[href]"))
    problems.push(...linkProblem(file, link.getAttribute("href")!, site));
  return problems;
}

function linkProblem(file: string, address: string, {output, base, pages}: Site): string[] {
  if (/^\w+:/.test(address)) return [];
  const [path = "", fragment] = address.split("#");
  const target = path === "" ? file : targetOf(file, decodeURI(path.split("?")[0]!), base);
  const page = pages.get(target) ?? pages.get(`${target}.html`);
  if (!page && !(existsSync(join(output, target)) && statSync(join(output, target)).isFile()))
    return [`${file} links to ${address}, which is not there.`];
  if (fragment && page && !page.ids.has(decodeURIComponent(fragment)))
    return [`${file} links to ${address}, but ${target} has no “${fragment}”.`];
  return [];
}

/** The file that a path on a page leads to, relative to the site's folder. */
function targetOf(file: string, path: string, base: string): string {
  return path.startsWith("/") ? relative(base, path) : normalize(join(dirname(file), path));
}
