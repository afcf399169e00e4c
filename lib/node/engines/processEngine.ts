import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {$} from "zx";
import type {Engine} from "./engine.js";

const answer = `
import {readFileSync} from "node:fs";
console.log(await answer(readFileSync(0, "utf8")));
`;

/**
 * An engine that is a program on the command line: Node, or Bun, which understands Node's modules.
 * @param program its path
 */
export function processEngine(program: string): Engine {
  return {
    async ask<Report>(script: string, task: object) {
      const folder = await mkdtemp(join(tmpdir(), "engine-"));
      try {
        const file = join(folder, "check.mjs");
        await writeFile(file, `${script}\n${answer}`);
        const {stdout} = await $({quiet: true, input: JSON.stringify(task)})`${program} ${file}`;
        const version = await $({quiet: true})`${program} --version`;
        return {version: version.stdout.trim().replace(/^v/, ""), report: JSON.parse(stdout) as Report};
      } finally {
        await rm(folder, {recursive: true, force: true});
      }
    }
  };
}
