import {existsSync} from "node:fs";
import {expect, test} from "vitest";
import {browserBundle} from "../../lib/node/browserBundle.js";

const {program, files} = await browserBundle();
const texts = [...files].map(([name, bytes]) => ({name, text: Buffer.from(bytes).toString()}));

test("the program leads to every worker, by the name of its file", () => {
  const workers = texts.flatMap(({text}) =>
    [...text.matchAll(/import\.meta\.resolve\("\.\/([^"]+)"\)/g)].map(([, name]) => name!)
  );
  expect(workers.map((name) => name.replace(/\.\w+\.js$/, "")).sort()).toEqual([
    "drift.worker",
    "lab.worker",
    "run.worker",
    "verify.worker"
  ]);
  for (const name of workers) expect(files.has(name), name).toBe(true);
  expect(texts.find(({name}) => name === program)!.text).toContain("// src/components/site.ts\n");
});

test("what the files import is there", () => {
  const imported = texts.flatMap(({text}) =>
    [...text.matchAll(/^(?:import|export) ?(?:[^;"]*? from )?"\.\/([^"]+)";$|\bimport\("\.\/([^"]+)"\)/gm)].map(
      ([, fixed, later]) => (fixed ?? later)!
    )
  );
  expect(imported.length).toBeGreaterThan(50);
  for (const name of imported) expect(files.has(name), name).toBe(true);
});

test("each part is named by its module, wherever the project and its packages are", () => {
  const modules = texts.flatMap(({text}) => [...text.matchAll(/^ *\/\/ (\S+\.[jt]s)$/gm)].map(([, name]) => name!));
  expect(modules.length).toBeGreaterThan(150);
  for (const name of modules) {
    expect(name).toMatch(/^(src|node_modules)\//);
    expect(existsSync(name), name).toBe(true);
  }
});
