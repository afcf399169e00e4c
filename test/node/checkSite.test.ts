import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {siteProblems} from "../../lib/node/checkSite.js";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, {recursive: true})));

/** The problems of a site with these files. */
function problems(files: Record<string, string>, base = "/"): string[] {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  }
  return siteProblems(folder, base);
}

const sound = {
  "index.html": `<!doctype html><html><head><link rel="stylesheet" href="./a/style.css"></head><body id="top">
    <a href="./runs.html#f1">run</a> <a href="./runs">runs</a> <a href="#top">top</a> <a href="./data/x.json">data</a>
    <a href="https://example.org/">away</a><script type="module">import "./a/m.js";</script></body></html>`,
  "runs.html":
    '<!doctype html><html><body><h2 id="f1">f1</h2><script type="module" src="./a/m.js"></script></body></html>',
  "a/m.js": 'import {x} from "./n.js"; import("./n.js"); new Worker(import.meta.resolve("./n.js"));',
  "a/n.js": "export const x = 1;",
  "a/style.css": "@font-face {src: url(../fonts/f.woff2)} a {background: url(data:image/png;base64,AA)}",
  "fonts/f.woff2": "",
  "data/x.json": "{}",
  "_observablehq/client.js": 'import("../_npm/none.js")'
};

describe("a built site", () => {
  it("is sound if all that it asks for is there", () => {
    expect(problems(sound)).toEqual([]);
  });

  it.each([
    [
      {"about.html": '<p class="observablehq--error">SyntaxError: x</p>'},
      "about.html holds a cell that fails: SyntaxError: x"
    ],
    [{"about.html": '<a href="./nowhere.html">x</a>'}, "about.html links to ./nowhere.html, which is not there."],
    [
      {"about.html": '<a href="./runs.html#f2">x</a>'},
      "about.html links to ./runs.html#f2, but runs.html has no “f2”."
    ],
    [{"about.html": '<a href="#f2">x</a>'}, "about.html links to #f2, but about.html has no “f2”."],
    [{"about.html": '<img src="./p.png">'}, "about.html links to ./p.png, which is not there."],
    [
      {"about.html": '<script src="https://example.org/a.js"></script>'},
      "about.html loads https://example.org/a.js, from another host."
    ],
    [
      {"about.html": '<link rel="stylesheet" href="//example.org/a.css">'},
      "about.html loads //example.org/a.css, from another host."
    ],
    [
      {"about.html": '<script type="module">import "./a/gone.js"</script>'},
      "about.html imports ./a/gone.js, which is not there."
    ],
    [{"a/n.js": 'import "./gone.js"'}, "a/n.js imports ./gone.js, which is not there."],
    [{"a/n.js": 'export {x} from "./gone.ts"'}, "a/n.js imports ./gone.ts, which is not there."],
    [{"a/n.js": 'import.meta.resolve("./gone.worker.js")'}, "a/n.js imports ./gone.worker.js, which is not there."],
    [{"a/style.css": "a {background: url(./p.png)}"}, "a/style.css asks for ./p.png, which is not there."],
    [
      {"a/style.css": "@import url(https://example.org/f.css);"},
      "a/style.css asks for https://example.org/f.css, on another host."
    ]
  ])("is not with %j", (change, problem) => {
    expect(problems({...sound, ...(change as Record<string, string>)})).toEqual([problem]);
  });

  it("is read below the path that it was built for", () => {
    const page = {"404.html": '<a href="/name/runs.html#f1">x</a>'};
    expect(problems({...sound, ...page}, "/name/")).toEqual([]);
    expect(problems({...sound, ...page}, "/")).toHaveLength(1);
  });
});
