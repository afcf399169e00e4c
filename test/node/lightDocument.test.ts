import {execFileSync} from "node:child_process";
import {parseHTML} from "linkedom";
import {expect, test} from "vitest";

/** Pieces of pages with all that Framework looks for, and what parsers treat in a way of their own. */
const pieces = [
  '<h2 id="a-b" tabindex="-1">Words &amp; <em>more</em> &lt;words&gt; 1&nbsp;s</h2>\n<p title="&quot;x&quot; &amp; \'y\' < z">ä “q” …</p>',
  '<p><a href="./runs#x">run</a> <a href="https://example.org/?a=1&amp;b=2">far</a> <a href="/data/x.json" download rel="external">x</a></p>',
  '<pre><code class="language-js">const a = "&lt;b&gt;" + `${1}`; // c\n</code></pre>\n<pre><code class="language-none">x</code></pre>',
  '<p><img src="./a.png" alt=""><br>line<input disabled value="1"></p><details open><summary>s</summary>t</details>',
  '<svg viewBox="0 0 1 1"><clipPath id="c"><rect width="1"/></clipPath><path d="M0,0" clip-path="url(#c)"></path><text>a<tspan dy="1">b</tspan></text></svg>',
  '<span class="katex"><math xmlns="http://www.w3.org/1998/Math/MathML"><mi mathvariant="normal">Ω</mi><mo>&lt;</mo></math></span>',
  "<observablehq-loading></observablehq-loading><!--:0123abcd:-->\n<p>text</p>\n<observablehq-loading></observablehq-loading><!-- note -->",
  '<table><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><noscript><p>no</p></noscript>',
  '<style>a > b { content: "<"; }</style><script>if (1 < 2 && "</" + "p>") {}</script><script type="module" src="/components/site.js"></script>'
];

const program = `
const {findAssets, rewriteHtml, rewriteHtmlPaths} = await import("@observablehq/framework/dist/html.js");
const resolvers = {resolveFile: (x) => "F" + x, resolveImport: (x) => "I" + x, resolveScript: (x) => "S" + x, resolveLink: (x) => "L" + x};
const found = ${JSON.stringify(pieces)}.map((html) => ({
  assets: Object.fromEntries(Object.entries(findAssets(html, "/page")).map(([name, set]) => [name, [...set]])),
  rewritten: rewriteHtml(html, resolvers),
  paths: rewriteHtmlPaths(html, "/page")
}));
process.stdout.write(JSON.stringify(found));
`;

interface Found {
  assets: Record<string, string[]>;
  rewritten: string;
  paths: string;
}

function framework(...options: string[]): Found[] {
  const words = ["--import", "tsx", ...options, "--input-type=module", "--eval", program];
  return JSON.parse(execFileSync(process.execPath, words, {encoding: "utf8", maxBuffer: 2 ** 26})) as Found[];
}

/** Elements with their attributes in the order of their names, and texts, as one parser reads them. */
function canonical(html: string): unknown {
  const of = (node: Node): unknown => {
    if (node.nodeType !== 1) return [node.nodeType, node.textContent];
    const {localName, attributes, childNodes} = node as Element;
    return [localName, [...attributes].map(({name, value}) => `${name}=${value}`).sort(), [...childNodes].map(of)];
  };
  return of(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body);
}

test("Framework makes the same of a page with the light document as with jsdom", () => {
  const [jsdom, light] = [framework(), framework("--import", "./lib/node/framework/withLightDocument.ts")];
  expect(light.map(({assets}) => assets)).toEqual(jsdom.map(({assets}) => assets));
  for (const kind of ["rewritten", "paths"] as const)
    expect(light.map((found) => canonical(found[kind]))).toEqual(jsdom.map((found) => canonical(found[kind])));
});
