import {expect, it} from "vitest";
import {pageDocument, pageFiles, siteFiles} from "./pageFiles.js";

const documents = new Map(pageFiles.map((file) => [file, pageDocument(file)]));

/** Where a link of a page leads: a file of the site and an anchor; null when it leaves the site. */
function destination(from: string, href: string): {file: string | undefined; anchor: string} | null {
  const base = "http://site.invalid/some-repository/";
  const url = new URL(href, base + from);
  if (!url.href.startsWith(base)) return url.host === "site.invalid" ? {file: undefined, anchor: ""} : null;
  const path = decodeURIComponent(url.href.slice(base.length).replace(/[?#].*/, ""));
  const file = [path, `${path}.html`, `${path}index.html`].find((name) => siteFiles.includes(name));
  return {file, anchor: decodeURIComponent(url.hash.slice(1))};
}

const linksOf = (document: Document) => [
  ...new Set(
    [...document.querySelectorAll("[href], [src]")].map(
      (node) => (node.getAttribute("href") ?? node.getAttribute("src"))!
    )
  )
];

it.each(pageFiles)("every link, script, style and picture of %s leads to a file and an anchor that exist", (from) => {
  const broken = linksOf(documents.get(from)!).filter((href) => {
    const to = destination(from, href);
    if (to === null) return false;
    const target = to.file === undefined ? undefined : documents.get(to.file);
    return to.file === undefined || (to.anchor !== "" && !target?.getElementById(to.anchor));
  });
  expect(broken).toEqual([]);
});

it.each(pageFiles)("the links of %s that leave the site are secure", (from) => {
  const outside = linksOf(documents.get(from)!).filter((href) => /^[a-z][a-z+.-]*:/i.test(href));
  expect(outside.filter((href) => !/^(https|mailto|data):/.test(href))).toEqual([]);
});

it("every page can be reached from the landing page", () => {
  const reached = new Set(["index.html"]);
  for (const from of reached)
    for (const href of linksOf(documents.get(from)!)) {
      const file = destination(from, href)?.file;
      if (file !== undefined && documents.has(file)) reached.add(file);
    }
  expect(pageFiles.filter((file) => !reached.has(file))).toEqual(["404.html"]);
});

it("every heading, figure and numbered equation of a page has its permalink", () => {
  for (const [file, document] of documents) {
    const missing = [...document.querySelectorAll("main h2, main h3, figure[data-figure], .equation[id]")].filter(
      (node) => {
        return node.id === "" || !document.querySelector(`a[href$="#${node.id}"]`);
      }
    );
    expect(
      missing.map((node) => node.textContent.trim().slice(0, 40)),
      file
    ).toEqual([]);
  }
});
