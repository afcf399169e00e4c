import {spawnSync} from "node:child_process";
import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeEach, expect, test} from "vitest";
import {seal, sealState} from "../../lib/node/seal.js";

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "seal "));
  for (const id of ["one", "two"]) {
    writeFileSync(at(`${id}.json`), `{"id":"${id}","V":[0.25]}`);
    writeFileSync(at(`${id}.parquet`), Buffer.from(`PAR1${id} and numbersPAR1`));
    await seal(folder, id);
  }
});

/** What the state of the first run says, without the folder. */
const fault = (formats?: string[]) => {
  const state = sealState(folder, "one", formats);
  return state.whole ? "whole" : (state.fault?.replace(`${folder}/`, "") ?? "never finished");
};

test("files that are as they were written are whole, and sha256sum agrees", () => {
  expect(fault()).toBe("whole");
  expect(spawnSync("sha256sum", ["-c", "--quiet", "one.sha256"], {cwd: folder}).status).toBe(0);
});

test("one flipped bit is found, in whichever file", () => {
  for (const name of ["one.json", "one.parquet"]) {
    const bytes = readFileSync(at(name));
    for (const bit of [0, 77, 8 * bytes.length - 1]) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(at(name), flipped);
      expect(fault()).toBe(`${name} is not as it was written.`);
      expect(fault([name.replace("one.", "")])).not.toBe("whole");
    }
    writeFileSync(at(name), bytes);
  }
  expect(fault()).toBe("whole");
});

test.each<[string, () => void, string]>([
  [
    "a truncated file",
    () => writeFileSync(at("one.parquet"), readFileSync(at("one.parquet")).subarray(0, 9)),
    "one.parquet is not as it was written."
  ],
  ["an empty file", () => writeFileSync(at("one.json"), ""), "one.json is not as it was written."],
  ["a missing file", () => rmSync(at("one.parquet")), "one.parquet is gone."],
  [
    "an edited weight",
    () => writeFileSync(at("one.json"), `{"id":"one","V":[0.26]}`),
    "one.json is not as it was written."
  ],
  ["the file of another run", () => copyFileSync(at("two.json"), at("one.json")), "one.json is not as it was written."],
  [
    "the seal of another run",
    () => copyFileSync(at("two.sha256"), at("one.sha256")),
    "one.sha256 is not the seal of this run."
  ],
  [
    "a seal that is cut off",
    () => writeFileSync(at("one.sha256"), readFileSync(at("one.sha256")).subarray(0, 90)),
    "one.sha256 is damaged."
  ],
  ["no seal", () => rmSync(at("one.sha256")), "never finished"]
])("%s is found", (_, tamper, found) => {
  tamper();
  expect(fault()).toBe(found);
  expect(sealState(folder, "two")).toEqual({whole: true});
});

test("a reader of one file is not kept from it by the other", () => {
  writeFileSync(at("one.parquet"), "");
  expect(fault(["json"])).toBe("whole");
});
