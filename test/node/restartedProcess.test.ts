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

/** Begins a program in the folder, which says something and then lives on, or does not. */
function begin(): RestartedProcess {
  const options = {cwd: folder, nothrow: true, stdio: "ignore"} as const;
  return (running = restartedProcess(() => $(options)`${process.execPath} program.mjs`));
}

function program(says: string, then: string): void {
  const text = `import {appendFileSync} from "node:fs"; appendFileSync("said", "${says} "); ${then}`;
  writeFileSync(join(folder, "program.mjs"), text);
}

const LIVES_ON = "setInterval(() => {}, 1000);";

it("begins anew with the program as it is by then, one at a time", async () => {
  program("first", LIVES_ON + ' process.on("SIGTERM", () => { appendFileSync("said", "ended "); process.exit(); });');
  const {restart} = begin();
  await expect.poll(said).toBe("first ");
  program("second", LIVES_ON);
  await restart();
  await expect.poll(said).toBe("first ended second ");
});

it("begins anew a program that has ended by a fault", async () => {
  program("first", "throw new Error();");
  const {restart} = begin();
  await expect.poll(said).toBe("first ");
  program("second", LIVES_ON);
  await Promise.all([restart(), restart()]);
  await expect.poll(said).toMatch(/^first second (second )?$/);
});
