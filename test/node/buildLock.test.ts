import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test, vi} from "vitest";
import {withLock} from "../../lib/node/buildLock.js";
import {isAlive, removeLeftovers, temporaryName} from "../../lib/node/leftovers.js";

const folder = () => mkdtempSync(join(tmpdir(), "lock "));

/** The number of a process that has ended. */
const ended = () => spawnSync(process.execPath, ["-e", ""]).pid;

test("two builds go one after the other, and the second says what it waits for", async () => {
  const lock = join(folder(), "new", "build.lock");
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const steps: string[] = [];
  const build = (name: string) =>
    withLock(lock, async () => {
      steps.push(`${name} begins`);
      await expect.poll(() => said.mock.calls).toHaveLength(1);
      steps.push(`${name} ends`);
    });
  const first = build("first");
  await expect.poll(() => steps).toHaveLength(1);
  await Promise.all([first, build("second")]);
  expect(steps).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  expect(said.mock.calls).toEqual([[expect.stringContaining(`process ${process.pid}`)]]);
  said.mockRestore();
  expect(readdirSync(join(lock, ".."))).toEqual([]);
});

test("the lock of a process that was killed counts for nothing", async () => {
  const lock = join(folder(), "build.lock");
  writeFileSync(lock, String(ended()));
  expect(await withLock(lock, async () => "built")).toBe("built");
  expect(existsSync(lock)).toBe(false);
});

test("a build that fails leaves no lock", async () => {
  const lock = join(folder(), "build.lock");
  await expect(withLock(lock, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(lock)).toBe(false);
});

test("only what ended processes have left is removed, and only by its name", async () => {
  const home = folder();
  const theirs = temporaryName("dist", "draft").replace(String(process.pid), String(ended()));
  mkdirSync(join(home, theirs, "data"), {recursive: true});
  const stay = [temporaryName("dist", "draft"), "dist", "notes-12.tmp", "plan-0-draft.txt"].sort();
  for (const name of stay) writeFileSync(join(home, name), "");
  await removeLeftovers(home);
  expect(readdirSync(home).sort()).toEqual(stay);
  await removeLeftovers(home, (_name, owner) => owner === process.pid);
  expect(readdirSync(home).sort()).toEqual(stay.filter((name) => !name.includes("draft.tmp")));
  await removeLeftovers(join(home, "nowhere"));
});

test("processes are alive or not", () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(1)).toBe(true);
  expect(isAlive(ended())).toBe(false);
  for (const pid of [0, -1, NaN, 1.5]) expect(isAlive(pid)).toBe(false);
});
