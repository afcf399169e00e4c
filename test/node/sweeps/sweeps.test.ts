import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test, vi} from "vitest";
import {outcome} from "../../../lib/evidence/sweeps/roundingOutcome.js";
import {roundingSweep} from "../../../lib/evidence/sweeps/roundingSweep.js";
import type {Sweep} from "../../../lib/evidence/sweeps/sweep.js";
import {CommandError} from "../../../lib/node/command.js";
import {makeOutcomes} from "../../../lib/node/sweeps/makeOutcomes.js";
import {outcomeStore} from "../../../lib/node/sweeps/outcomeStore.js";
import {parseShard, shardOf} from "../../../lib/node/sweeps/shard.js";
import {codeDigest} from "../../../lib/node/codeDigest.js";
import {runKey, sweepKey} from "../../../lib/node/sweeps/sweepKey.js";

const folder = mkdtempSync(join(tmpdir(), "sweeps-"));
afterAll(() => rmSync(folder, {recursive: true}));

const whole = roundingSweep("f2-h3-rate0.1-epochs150-train50-test20");
const small: Sweep = {...whole, runs: whole.runs.slice(0, 9)};
const tasks = small.runs.map((id) => ({module: small.module, id}));
const expected = await Promise.all(small.runs.map(outcome));

/** The files of a folder with what they hold. */
const contents = (name: string) =>
  readdirSync(join(folder, name)).map((file) => [file, readFileSync(join(folder, name, file), "utf8")]);

test("shards made apart and joined by copying are the whole, bit for bit, whatever the number of workers", async () => {
  vi.stubEnv("WORKERS", "1");
  expect(await makeOutcomes(tasks, outcomeStore(join(folder, "whole")))).toEqual(expected);
  vi.stubEnv("WORKERS", "3");
  for (const index of [1, 2]) {
    const part = join(folder, `part ${index}`);
    await makeOutcomes(shardOf(tasks, {index, of: 2}), outcomeStore(part));
    cpSync(part, join(folder, "joined"), {recursive: true});
  }
  vi.unstubAllEnvs();
  expect(contents("joined")).toEqual(contents("whole"));
});

test("what is there is not made again, and what is damaged is", async () => {
  const place = join(folder, "interrupted");
  const store = outcomeStore(place);
  const keys = await Promise.all(small.runs.map((id) => runKey(small, id)));
  const marked = {...expected[0]!, values: [42]};
  await store.write(keys[0]!, marked);
  await store.write(keys[1]!, expected[1]!);
  const path = join(place, `${keys[1]}.json`);
  writeFileSync(path, readFileSync(path, "utf8").replace("digest", "digesT"));
  const parts: number[] = [];
  const found = await makeOutcomes(tasks, store, {onProgress: (part) => parts.push(part)});
  expect(found).toEqual([marked, ...expected.slice(1)]);
  expect(parts).toHaveLength(8);
  expect(parts.at(-1)).toBe(1);
  await store.keepOnly(new Set(keys.slice(0, 2)));
  expect(readdirSync(place).sort()).toEqual(
    keys
      .slice(0, 2)
      .map((key) => `${key}.json`)
      .sort()
  );
});

test("every task belongs to one shard, and shards differ by one task at the most", () => {
  const shards = [1, 2, 3, 4].map((index) => shardOf(tasks, {index, of: 4}));
  expect(new Set(shards.flat())).toEqual(new Set(tasks));
  expect(shards.flat()).toHaveLength(tasks.length);
  expect(shards.map(({length}) => length)).toEqual([3, 2, 2, 2]);
  expect(parseShard("2/8")).toEqual({index: 2, of: 8});
});

test.each(["", "2", "0/8", "9/8", "a/b", "1/0", "-1/2", "1.5/2", "1/2/3"])("“%s” is no shard", (text) => {
  expect(() => parseShard(text)).toThrow(CommandError);
  expect(() => parseShard(text)).toThrow(`such as 2/8, not “${text}”`);
});

test("a key depends on the run, the sweep and what the code does, not on how it is written", async () => {
  const lib = join(folder, "lib");
  mkdirSync(lib);
  const write = (main: string, other: string) => {
    writeFileSync(join(lib, "main.ts"), main);
    writeFileSync(join(lib, "other.ts"), other);
  };
  const digestOf = async (main: string, other: string) => {
    write(main, other);
    vi.resetModules();
    const fresh = await import("../../../lib/node/codeDigest.js");
    return fresh.codeDigest(join(lib, "main.ts"));
  };
  const main = 'import {f} from "./other.js";\nexport const outcome = (x: number) => f(x) + 1;\n';
  const other = "export function f(x: number): number {\n  return 2 * x;\n}\nexport const unused = 3;\n";
  const first = await digestOf(main, other);
  expect(await digestOf(`// A comment.\n${main}`, other.replaceAll("\n", "\n\n"))).toBe(first);
  expect(await digestOf(main.replaceAll("(x: number)", "(value: number)").replace("f(x)", "f(value)"), other)).toBe(
    first
  );
  expect(await digestOf(main, other.replace("unused = 3", "unused = 4"))).toBe(first);
  expect(await digestOf(main, other.replace("2 * x", "x + x"))).not.toBe(first);

  const keys = await Promise.all([
    runKey(small, small.runs[0]!),
    runKey(small, small.runs[1]!),
    runKey({module: "evidence/onset.ts"}, small.runs[0]!),
    sweepKey(small),
    sweepKey(whole),
    sweepKey({...small, columns: ["onset"]})
  ]);
  expect(new Set(keys).size).toBe(keys.length);
  expect(await codeDigest(small.module)).toMatch(/^[0-9a-f]{64}$/);
});
