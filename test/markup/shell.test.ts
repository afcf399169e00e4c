import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {pageFooter, pageHead, pageHeader} from "../../lib/markup/shell.js";
import {sitePages} from "../../lib/markup/sitePages.js";
import {elements} from "./testReport.js";

const names = sitePages.map(({name}) => name);

it("the site's pages are there, each once", () => {
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(existsSync(`src/${name}.md`), name).toBe(true);
});

describe.each(names)("the frame of the page %s", (name) => {
  const header = elements(pageHeader(name));
  const footer = elements(pageFooter(name));

  it("begins with a link past the header", () => {
    const first = header.body.firstElementChild!;
    expect([first.className, first.getAttribute("href")]).toEqual(["skip-link", "#observablehq-main"]);
  });

  it("leads to all pages, and says which one this is", () => {
    const links = [...footer.querySelectorAll("#site-contents a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual(names.map((other) => `/${other}`));
    const current = links.filter((link) => link.getAttribute("aria-current") === "page");
    expect(current.map((link) => link.getAttribute("href"))).toEqual([`/${name}`]);
    expect(header.querySelector(".to-contents")!.getAttribute("href")).toBe("#site-contents");
  });

  it("leads to the page before and the page after", () => {
    const here = names.indexOf(name);
    const neighbour = (rel: string) => footer.querySelector(`a[rel=${rel}]`)?.getAttribute("href");
    expect(neighbour("prev")).toBe(here === 0 ? undefined : `/${names[here - 1]!}`);
    expect(neighbour("next")).toBe(here === names.length - 1 ? undefined : `/${names[here + 1]!}`);
  });

  it("credits the paper and names the licences", () => {
    const links = [...footer.querySelectorAll(".credit a")].map((link) => link.getAttribute("href"));
    expect(links).toContain("https://github.com/mariezz/visualize-nn-learning");
    expect(links).toContain("https://creativecommons.org/licenses/by/4.0/");
    expect(links).toContain("https://opensource.org/license/mit");
  });
});

it("a page that is not in the list has no neighbours", () => {
  expect(elements(pageFooter("404")).querySelector("a[rel=prev], a[rel=next], [aria-current]")).toBeNull();
});

describe("a page's head", () => {
  const head = (options: Partial<Parameters<typeof pageHead>[0]>) =>
    elements(pageHead({description: "", font: "text.woff2", script: "1", program: null, ...options}));

  it("describes the page, if there is a description", () => {
    const described = head({description: 'Say "a" & b'}).querySelector("meta[name=description]")!;
    expect(described.getAttribute("content")).toBe('Say "a" & b');
    expect(head({}).querySelector("meta[name=description]")).toBeNull();
  });

  it("asks for the figures' program only where there is a figure to enliven", () => {
    const script = (program: string) => head({program}).querySelector("script[type=module]")!;
    expect(script("/components/site.js").getAttribute("src")).toBe("/components/site.js");
    expect(script("/components/site.js").hasAttribute("rel")).toBe(false);
    expect(script("./_import/site.1.js").getAttribute("rel")).toBe("external");
    expect(head({}).querySelector("script[src]")).toBeNull();
  });
});
