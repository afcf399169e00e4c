import {createHash} from "node:crypto";
import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {formatChecksums, parseChecksums} from "../../lib/evidence/checksums.js";

const sum = (text: string) => createHash("sha256").update(text).digest("hex");
const files = ["b.html", "a.html", "_file/ü.css", "data/f1 x.json", "Z"];
const sums = new Map(files.map((path) => [path, sum(path)]));

test("a list is sorted by code units, one line a file, and can be read back", () => {
  const text = formatChecksums(sums);
  expect(text.split("\n").map((line) => line.slice(66))).toEqual([
    "Z",
    "_file/ü.css",
    "a.html",
    "b.html",
    "data/f1 x.json",
    ""
  ]);
  expect(parseChecksums(text)).toEqual(new Map([...sums].sort()));
  expect(formatChecksums(new Map([...sums].reverse()))).toBe(text);
  expect(parseChecksums("")).toEqual(new Map());
});

test("sha256sum -c reads it", () => {
  const folder = mkdtempSync(join(tmpdir(), "sums "));
  for (const path of files) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), path);
  }
  writeFileSync(join(folder, "SHA256SUMS"), formatChecksums(sums));
  const check = () => spawnSync("sha256sum", ["-c", "--quiet", "SHA256SUMS"], {cwd: folder, encoding: "utf8"});
  expect(check()).toMatchObject({status: 0, stdout: ""});
  writeFileSync(join(folder, "b.html"), "c.html");
  expect(check()).toMatchObject({status: 1, stdout: "b.html: FAILED\n"});
});

test("a list that is cut off or holds something else is refused", () => {
  const text = formatChecksums(sums);
  expect(() => parseChecksums(text.slice(0, -1))).toThrow(/cut off in its last line/);
  expect(() => parseChecksums(text.slice(0, 75))).toThrow(/cut off/);
  expect(() => parseChecksums(text.replace(/^.{3}/, ""))).toThrow(/^Line 1 of the list/);
  expect(() => parseChecksums("<!doctype html>\n")).toThrow(/^Line 1 of the list/);
});

test.each(["a\nb", "a\\b"])("a name that the form cannot hold is refused: %j", (path) => {
  expect(() => formatChecksums(new Map([[path, sum("")]]))).toThrow(RangeError);
});
