import fc from "fast-check";
import MarkdownIt from "markdown-it";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {describe, expect, it} from "vitest";
import {reportSyntax} from "../../lib/markup/reportMarkup.js";
import {testReport} from "./testReport.js";

/** Anything but what the report's markup begins with. */
const plain = fc
  .string({unit: fc.constantFrom(..."abz 019.,;:!?()[]*_`'\"\\-+=<>&|/%\n{}é–".split("")), maxLength: 60})
  .filter((text) => !/:[a-z]+\[|:::|\{#|^\s*[-=]+\s*$|^#/m.test(text));

const ordinary = () => MarkdownIt({html: true, linkify: false});
const {render} = testReport();

/** Short code of several words has a class, which keeps it on one line. */
const rendered = (text: string) => render(text).replaceAll('<code class="short">', "<code>");

/** Tables are put into boxes, headings get ids: not here. */
const comparable = (html: string) => !/<table|<h[1-6]/.test(html);

describe("text without the report's markup", () => {
  it("passes unchanged", () => {
    fc.assert(
      fc.property(plain, (text) => {
        const expected = ordinary().render(text);
        fc.pre(comparable(expected));
        expect(rendered(text)).toBe(expected);
      })
    );
  });

  it("passes unchanged with a lone dollar in it", () => {
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        const text = `${before}$${after}`;
        fc.pre(!text.includes("${"));
        const expected = ordinary().render(text);
        fc.pre(comparable(expected));
        expect(rendered(text)).toBe(expected);
      })
    );
  });
});

describe("a cell of Framework", () => {
  const words = fc.stringMatching(/^[a-z .,$]{0,20}$/).filter((text) => !text.includes("$$"));

  /** The cells that Framework finds on a page, by their source. */
  function cells(md: MarkdownIt, text: string): string[] {
    const tokens = md.parse(text, {path: "/here", code: [], scanning: true});
    return tokens.flatMap(({children}) =>
      (children ?? []).filter(({type}) => type === "placeholder").map(({content}) => content)
    );
  }

  it("survives whatever dollars stand before it", () => {
    fc.assert(
      fc.property(words, fc.constantFrom("x", "f(1)", "`a`", "{a: 1}.a"), words, (before, cell, after) => {
        const text = `a ${before} \${${cell}} ${after}`;
        fc.pre(!/\$\{[^}]*$/.test(after));
        expect(cells(createMarkdownIt({markdownIt: (md) => md.use(reportSyntax)}), text)).toEqual(
          cells(createMarkdownIt({}), text)
        );
      })
    );
  });
});
