import {describe, expect, it} from "vitest";
import {finishedPage} from "../../lib/node/finishSite.js";

const page = (head: string, body = "") => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">${head.includes("<base") ? head : ""}
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
${head.includes("<base") ? "" : head}
</head>
<body>${body}</body></html>`;

const client = `
<link rel="modulepreload" href="./_observablehq/client.0d842524.js">
<script type="module">

import "./_observablehq/client.0d842524.js";

</script>`;

describe("a finished page", () => {
  it("says its language and lets the reader zoom", () => {
    const finished = finishedPage(page(""), "a.html");
    expect(finished).toContain('<html lang="en">');
    expect(finished).toContain('content="width=device-width, initial-scale=1">');
    expect(finished).not.toContain("maximum-scale");
  });

  it("is refused if it is not as Framework makes it", () => {
    expect(() => finishedPage("<html><body></body></html>", "a.html")).toThrow("a.html does not hold “<meta name");
    expect(() => finishedPage(page("").replace("<html>", "<html >"), "a.html")).toThrow("“<html>”");
  });

  it("has no runtime if it has no cell, and keeps it if it has one", () => {
    const figure = '\n<script type="module" src="./_import/components/site.1.js"></script>';
    expect(finishedPage(page(client + figure), "a.html")).not.toMatch(/client|modulepreload/);
    expect(finishedPage(page(client + figure), "a.html")).toContain("components/site.1.js");
    const cell = client.replace('import "', 'import {define} from "').replace("</script>", "define({id: 1});</script>");
    expect(finishedPage(page(cell), "a.html")).toContain("modulepreload");
    expect(finishedPage(page(cell), "a.html")).toContain("define({id: 1})");
  });

  it("has absolute addresses, but for places on itself, where Framework gives it a base", () => {
    const finished = finishedPage(
      page(
        '\n<base href="/name/">\n<link rel="icon" href="./a.svg">',
        '<a href="#x">x</a><a href="./runs.html#y">y</a>'
      ),
      "404.html"
    );
    expect(finished).not.toContain("<base");
    expect(finished).toContain('<link rel="icon" href="/name/a.svg">');
    expect(finished).toContain('<a href="#x">x</a><a href="/name/runs.html#y">y</a>');
  });
});
