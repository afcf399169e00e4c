import {chmodSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findFirefox} from "../../lib/node/browser/firefox.js";
import {installedProgram} from "../../lib/node/browser/installedProgram.js";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "firefox-"))));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe("Firefox", () => {
  it("is the one that FIREFOX_PATH names", () => {
    const path = program("my-firefox", "echo Mozilla Firefox 1.2.3");
    expect(findFirefox({FIREFOX_PATH: path, PATH: process.env["PATH"]})).toBe(path);
  });

  it("is not guessed when FIREFOX_PATH names something else", () => {
    const path = program("other", "echo something else");
    expect(() => findFirefox({FIREFOX_PATH: path})).toThrow(
      `FIREFOX_PATH is ${path}, which does not run: set it to a Firefox, or unset it.`
    );
  });

  it("is looked for on the PATH first, past one that only says how to install it", () => {
    program("firefox-esr", "echo install the snap; exit 1");
    const path = program("firefox", "echo Mozilla Firefox 1.2.3");
    expect(findFirefox({PATH: folder})).toBe(path);
  });
});

it("a program that is not installed is not found", () => {
  expect(installedProgram({names: ["no-such-program"], places: [folder], version: /./}, folder)).toBe(null);
});
