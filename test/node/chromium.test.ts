import {execFileSync} from "node:child_process";
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {bundledChromium} from "../../lib/node/browser/bundledChromium.js";
import {findChromium, launchChromium, type Chromium} from "../../lib/node/browser/chromium.js";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "browsers-"))));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Draws, computes and measures text: what the tests of the site ask of a browser. */
async function expectToWork(found: Chromium): Promise<void> {
  const browser = await launchChromium(found);
  try {
    const page = await browser.newPage();
    await page.setContent(
      `<svg width="40" height="20"><rect width="40" height="20" fill="red"/></svg><span>figure</span>`
    );
    expect(await page.evaluate("document.querySelector('span').getBoundingClientRect().width")).toBeGreaterThan(20);
    expect(await page.evaluate("document.querySelector('rect').getBoundingClientRect().width")).toBe(40);
    expect((await page.screenshot()).byteLength).toBeGreaterThan(500);
  } finally {
    await browser.close();
  }
}

describe("the browser of the tests", () => {
  it("draws a page, whichever was found", async () => expectToWork(await findChromium()));

  it.runIf(process.platform === "linux" && process.arch === "x64")(
    "draws a page where none is installed, with its own libraries and fonts",
    async () => {
      const found = await findChromium({CHROMIUM: "bundled"});
      const needed = execFileSync("ldd", [found.executablePath], {env: {...process.env, ...found.env}}).toString();
      expect(needed).not.toContain("not found");
      const own = [...needed.matchAll(/lib(nss3|nspr4|expat)\S* => (\S+)/g)].map(([, , path]) => path);
      expect(own).toHaveLength(3);
      for (const path of own) expect(path).toContain(join("node_modules", ".cache"));
      expect(readFileSync(found.env["FONTCONFIG_FILE"]!, "utf8")).toContain("node_modules/.cache");
      await expectToWork(found);
    }
  );

  it.runIf(process.platform === "linux" && process.arch === "x64")(
    "is unpacked once when two ask at the same time",
    async () => {
      const place = join(folder, "unpacked");
      const [one, other] = await Promise.all([bundledChromium(place), bundledChromium(place)]);
      expect(one).toEqual(other);
      expect(
        execFileSync("ls", [folder])
          .toString()
          .match(/unpacked/g)
      ).toHaveLength(1);
      expect(execFileSync(one.executablePath, ["--version"], {env: {...process.env, ...one.env}}).toString()).toMatch(
        /\d/
      );
    }
  );

  it("is the one that CHROME_PATH names", async () => {
    const executablePath = program("my-chrome", "echo Google Chrome 1.2.3");
    expect(await findChromium({CHROME_PATH: executablePath, PATH: process.env["PATH"]})).toEqual({
      executablePath,
      env: {}
    });
  });

  it("is looked for on the PATH, past one that only says how to install it", async () => {
    program("chromium", "echo install it with the package manager; exit 1");
    const executablePath = program("chromium-browser", "echo Chromium 1.2.3");
    expect(await findChromium({PATH: folder})).toEqual({executablePath, env: {}});
  });

  it.each([
    ["names nothing", () => join(folder, "nothing")],
    ["names another program", () => program("other", "echo something else")]
  ])("is not guessed when CHROME_PATH %s", async (_, path) => {
    await expect(findChromium({CHROME_PATH: path()})).rejects.toThrow(
      `CHROME_PATH is ${path()}, which does not run: set it to a Chromium or Chrome, or unset it.`
    );
  });
});
