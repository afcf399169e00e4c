import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {$} from "zx";
import {restartedProcess, type RestartedProcess} from "../../lib/node/restartedProcess.js";

let folder: string;
let running: RestartedProcess | undefined;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "restarted-"))));
afterEach(async () => {
  await running?.end();
  rmSync(folder, {recursive: true});
});

const said = () => readFileSync(join(folder, "said"), "utf8");

/** Begins the program in the folder. */
function begin(): RestartedProcess {
  const options = {cwd: folder, nothrow: true, stdio: "ignore"} as const;
  return (running = restartedProcess(() => $(options)`${process.execPath} program.mjs`));
}

/** Writes the program: what it does, in order. */
function program(...statements: string[]): void {
  writeFileSync(join(folder, "program.mjs"), ['import {appendFileSync} from "node:fs"', ...statements].join(";\n"));
}

const says = (word: string) => `appendFileSync("said", "${word} ")`;
const LIVES_ON = "setInterval(() => {}, 1000)";
const SAYS_ITS_END = `process.on("SIGTERM", () => { ${says("ended")}; process.exit(); })`;

it("begins anew with the program as it is by then, one at a time", async () => {
  program(SAYS_ITS_END, LIVES_ON, says("first"));
  const {restart} = begin();
  await expect.poll(said).toBe("first ");
  program(says("second"), LIVES_ON);
  await restart();
  await expect.poll(said).toBe("first ended second ");
});

it("begins anew a program that has ended by a fault", async () => {
  program(says("first"), "throw new Error()");
  const {restart} = begin();
  await expect.poll(said).toBe("first ");
  program(says("second"), LIVES_ON);
  await Promise.all([restart(), restart()]);
  await expect.poll(said).toMatch(/^first second (second )?$/);
});
