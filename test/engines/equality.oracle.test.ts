import {execFile} from "node:child_process";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {build} from "esbuild";
import {expect, test} from "vitest";
import {registry} from "../../lib/experiments/registry.js";
import {runId, standard} from "../../lib/experiments/parameters.js";
import type {TargetName} from "../../lib/model/target.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import independent from "../fixtures/run-digests.json" with {type: "json"};
import {findBun} from "./bun.js";
import {equality, type EqualityReport} from "./equality.js";

const RANDOM = 100;
const TIMEOUT = 300_000;
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The kernel has the reference's bits on every registered run, those of the independent program, and on random ones. */
function expectEquality({digests, random}: EqualityReport): void {
  expect(Object.keys(digests)).toEqual(registry.map(({id}) => id));
  for (const [id, {kernel, reference}] of Object.entries(digests)) expect(kernel, id).toBe(reference);
  for (const {f, h, rate, epochs, digest} of independent.runs) {
    const id = runId(standard(f as TargetName, h, rate, epochs));
    if (id in digests) expect(digests[id]!.kernel, id).toBe(digest);
  }
  expect(random).toEqual({compared: RANDOM, failure: null});
}

test("in this Node", async () => expectEquality(await equality(RANDOM)), TIMEOUT);

const bun = findBun();
test.skipIf(bun === null)(
  "in Bun (skipped where it is missing: BUN=fetch npm test fetches it)",
  async () => {
    const {stdout} = await promisify(execFile)(bun!, [here("report.ts"), String(RANDOM)]);
    expectEquality(JSON.parse(stdout) as EqualityReport);
  },
  TIMEOUT
);

test(
  "in Chromium",
  async () => {
    const {outputFiles} = await build({
      entryPoints: [here("equality.ts")],
      bundle: true,
      format: "iife",
      globalName: "engine",
      write: false
    });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({content: outputFiles[0]!.text});
      expectEquality(await page.evaluate<EqualityReport>(`engine.equality(${RANDOM})`));
    } finally {
      await browser.close();
    }
  },
  TIMEOUT
);
