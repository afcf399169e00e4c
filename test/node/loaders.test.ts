import {execFileSync, spawnSync} from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {parquetMetadata} from "hyparquet";
import {expect, test} from "vitest";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {parseSnapshot, snapshot} from "../../lib/experiments/snapshot.js";

const id = "f1-h2-rate0.1-epochs40-train50-test10";

/** A copy of the program with a store of its own, whose loaders run as Framework runs them. */
function copyOfTheProgram() {
  const root = mkdtempSync(join(tmpdir(), "loaders-"));
  for (const name of ["lib", "src/data", "data", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(name, join(root, name), {recursive: true});
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  const loader = (name: string, argument: string) =>
    execFileSync(process.execPath, ["--import", "tsx", join("src/data", name), argument], {
      cwd: root,
      stdio: ["ignore", "pipe", "ignore"]
    });
  const change = (path: string, found: string, put: string) => {
    const text = readFileSync(join(root, path), "utf8");
    expect(text).toContain(found);
    writeFileSync(join(root, path), text.replace(found, put));
  };
  const store = () => join(root, ".cache", "snapshots");
  const folder = () => join(store(), readdirSync(store())[0]!);
  return {root, loader, change, store, folder, json: () => loader("[run].json.ts", `--run=${id}`).toString()};
}

test("the loaders write what run() gives, once: later they read it from the store", async () => {
  const {loader, json, folder} = copyOfTheProgram();
  const expected = await run(parseRunId(id));
  expect(parseSnapshot(json(), id)).toEqual(snapshot(expected));
  const file = loader("[run].parquet.ts", `--run=${id}`);
  const metadata = parquetMetadata(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
  expect(metadata.key_value_metadata).toContainEqual({key: "digest", value: expected.digest});

  const marked = join(folder(), `${id}.json`);
  appendFileSync(marked, "\n");
  expect(json()).toBe(readFileSync(marked, "utf8"));
});

test("a change anywhere below a run gives other data, never those of the code before", () => {
  const {json, change, store, folder} = copyOfTheProgram();
  const before = json();
  const first = folder();
  change("lib/model/target.ts", "exp(x / 5)", "exp(x / 4)");
  const after = json();
  expect(JSON.parse(after).digest).not.toBe(JSON.parse(before).digest);
  expect(existsSync(first)).toBe(false);
  expect(readdirSync(store())).toHaveLength(1);

  const second = folder();
  for (const path of ["lib/numerics/digest.ts", "lib/random/pcg64.ts", "lib/experiments/polyline.ts"]) {
    const now = folder();
    change(path, "export", "// changed\nexport");
    json();
    expect(folder()).not.toBe(now);
  }
  change("lib/model/target.ts", "exp(x / 4)", "exp(x / 5)");
  expect(json()).toBe(before);
  expect(folder()).not.toBe(second);
});

test("an id that names no run, and a figure that the paper does not have, are refused in one sentence", () => {
  const {root} = copyOfTheProgram();
  const refused = (name: string, argument: string) => {
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      ["--import", "tsx", join("src/data", name), argument],
      {
        cwd: root,
        encoding: "utf8"
      }
    );
    expect(status).toBe(1);
    expect(stdout).toBe("");
    return stderr;
  };
  expect(refused("[run].json.ts", "--run=f1-h0")).toBe(
    "“f1-h0” is not the id of a run; an id looks like f1-h3-rate1-epochs1000.\n"
  );
  expect(refused("figure-[figure].json.ts", "--figure=10")).toMatch(/^There is no figure “10”: [^\n]+\n$/);
});
