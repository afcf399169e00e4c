import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {sitePages} from "../../lib/markup/sitePages.js";
import {pagePath, pageSource, pageSources} from "../../lib/node/pageSources.js";

describe.each(sitePages.map(({name}) => name))("the source of %s", (name) => {
  const {markup, linesBefore, description} = pageSource(name);

  it("is its file without the front matter, whose lines are counted", () => {
    const lines = readFileSync(pagePath(name), "utf8").split("\n");
    expect(lines.slice(linesBefore).join("\n")).toBe(markup);
    expect(lines[0]).toBe("---");
    expect(lines[linesBefore - 1]).toBe("---");
    expect(markup).not.toMatch(/^(title|description):/m);
  });

  it("has a description without quotation marks around it", () => {
    expect(description).toMatch(/^\w.{20,}\.$/);
  });
});

it("the sources are those of all pages, in reading order", () => {
  expect(pageSources().map(({name}) => name)).toEqual(sitePages.map(({name}) => name));
});
