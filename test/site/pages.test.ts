import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import type {Browser} from "playwright-core";
import {sitePages} from "../../lib/markup/sitePages.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {addressOf, pageDocument, pageFiles, pageText, siteFiles} from "./pageFiles.js";
import {siteFolder} from "./siteFolder.js";
import {visit} from "./visit.js";
import {weightOf} from "./weight.js";

const sections = [
  "introduction",
  "network",
  "implementation",
  "experiments-f1",
  "experiments-f2",
  "conclusions",
  "appendix"
];

it("holds the landing page, every section of the paper, all that the contents list, and the 404 page", () => {
  const expected = [...sitePages.map(({name}) => name), "404"].map((name) => `${name}.html`);
  expect(pageFiles).toEqual(expected.sort());
  const needed = ["index", ...sections, "runs", "reproducibility", "about"].map((name) => `${name}.html`);
  expect(pageFiles).toEqual(expect.arrayContaining(needed));
});

it.each(pageFiles)("%s was built without an error", (file) => {
  // The definition of the digest speaks of NaN; nowhere else may one have come onto a page.
  const text = pageText(file).replace(/\b(Every|infinities and) NaN\b/g, "$1");
  expect(text).not.toMatch(/observablehq--error|undefined<|\bNaN\b|\[object Object\]/);
});

it.each(siteFiles.filter((file) => /\.(html|js|css)$/.test(file)))(
  "%s names no file of the machine that built it",
  (file) => {
    expect(readFileSync(join(siteFolder, file), "utf8")).not.toContain(process.cwd());
  }
);

describe.each(pageFiles)("%s", (file) => {
  const document = pageDocument(file);

  it("says its language, title, description and width, and lets the reader zoom", () => {
    expect(document.documentElement.getAttribute("lang")).toBe("en");
    expect(document.title).not.toBe("");
    const viewport = document.querySelector("meta[name=viewport]")?.getAttribute("content") ?? "";
    expect(viewport).toContain("width=device-width");
    expect(viewport).not.toMatch(/maximum-scale|user-scalable=no/);
    if (file !== "404.html")
      expect(document.querySelector("meta[name=description]")?.getAttribute("content")).toMatch(/\w{3}/);
  });

  it("has one main heading and no id twice", () => {
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    const ids = [...document.querySelectorAll("[id]")].map(({id}) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it("loads nothing from another host", () => {
    const loaded = [...document.querySelectorAll("link[href], script[src], img[src], iframe, object, embed")];
    const addresses = loaded
      .filter((element) => !["canonical", "license"].includes(element.getAttribute("rel") ?? ""))
      .map((element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "");
    expect(addresses.filter((address) => /^([a-z]+:)?\/\//i.test(address))).toEqual([]);
  });
});

it("leads from the first section to the last and back by the links to the next and the previous page", () => {
  const along = (rel: string, from: string) => {
    const path = [from];
    for (;;) {
      const href = pageDocument(`${path.at(-1)}.html`)
        .querySelector(`a[rel~="${rel}"]`)
        ?.getAttribute("href");
      const name = href?.replace(/^\.\//, "").replace(/\.html$/, "");
      if (name === undefined || path.includes(name)) return path;
      path.push(name);
    }
  };
  expect(along("next", "introduction").slice(0, sections.length)).toEqual(sections);
  expect(along("prev", "appendix").reverse().slice(-sections.length)).toEqual(sections);
});

describe("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launchChromium()));
  afterAll(() => browser.close());

  it.each(pageFiles)("%s opens without an error or a foreign request, and takes at most 200 kB", async (file) => {
    const {page, troubles, responses, close} = await visit(browser, addressOf(file), {quiet: true});
    expect(troubles).toEqual([]);
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    const {bytes, requests} = await weightOf(responses);
    expect(requests).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(200_000);
    await close();
  });

  it.each(pageFiles)("%s opens likewise below a path, without its .html", async (file) => {
    const name = file === "index.html" ? "" : file.replace(/\.html$/, "");
    const {page, troubles, close} = await visit(browser, inject("subPath") + name);
    expect(troubles).toEqual([]);
    expect(await page.locator("h1").innerText()).not.toBe("");
    await close();
  });

  it("answers an unknown address with the 404 page", async () => {
    const {page, troubles, close} = await visit(browser, `${inject("subPath")}no/such/page`, {status: 404});
    expect(troubles).toEqual([]);
    await page.locator('main a[href$="index.html"]').first().click();
    await page.waitForLoadState("networkidle");
    expect(new URL(page.url()).pathname).toMatch(/^\/some-repository\/(index)?(\.html)?$/);
    await close();
  });
});
