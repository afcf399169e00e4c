import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {writeAtomically} from "../../lib/node/atomicFile.js";

const folder = () => mkdtempSync(join(tmpdir(), "atomic-"));

test("a file is written in pieces, in a folder made for it", async () => {
  const path = join(folder(), "new", "file.csv");
  await writeAtomically(path, ["a,b\n", new TextEncoder().encode("1,2\n")]);
  expect(readFileSync(path, "utf8")).toBe("a,b\n1,2\n");
});

test("what fails half-way leaves the old file, and nothing beside it", async () => {
  const home = folder();
  const path = join(home, "file");
  writeFileSync(path, "old");
  function* failing() {
    yield "new";
    throw Object.assign(new Error("full"), {code: "ENOSPC"});
  }
  await expect(writeAtomically(path, failing())).rejects.toThrow(`${path} could not be written: no space is left`);
  expect(readFileSync(path, "utf8")).toBe("old");
  expect(readdirSync(home)).toEqual(["file"]);
});

test("a path that cannot be is named in one sentence", async () => {
  const home = folder();
  writeFileSync(join(home, "file"), "");
  await expect(writeAtomically(join(home, "file", "below"), ["x"])).rejects.toThrow(/is a file, not a folder/);
  await expect(writeAtomically(home, ["x"])).rejects.toThrow(/it is a folder; name a file/);
});
