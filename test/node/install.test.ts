import {existsSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {nodeComplaint, oldestNode} from "../../lib/node/bootstrap/nodeVersion.mjs";
import {lock, runScript, temporaryProject, type TemporaryProject} from "./temporaryProject.js";

let project: TemporaryProject;
beforeEach(() => void (project = temporaryProject()));
afterEach(() => project.remove());

const install = () => runScript("install.mjs", [], project.root).ended;

it("installs what is missing, once", async () => {
  const first = await install();
  expect(first.code).toBe(0);
  expect(first.output).toMatch(/^Installing the packages of package-lock\.json \(\S+ is missing or out of date\) …$/m);
  expect(existsSync(join(project.root, "node_modules/part/package.json"))).toBe(true);
  expect(await install()).toMatchObject({code: 0, output: ""});
});

it("installs again when the lock asks for another version", async () => {
  await install();
  project.write("part/package.json", JSON.stringify({name: "part", version: "1.1.0"}));
  project.write("package-lock.json", lock("1.1.0"));
  expect((await install()).output).toContain("part is missing or out of date");
  expect(await install()).toMatchObject({code: 0, output: ""});
});

it("installs again when a package was deleted", async () => {
  await install();
  rmSync(join(project.root, "node_modules/part"), {recursive: true});
  expect((await install()).output).toContain("node_modules/part is missing or out of date");
  expect(existsSync(join(project.root, "node_modules/part/package.json"))).toBe(true);
});

it("does not miss an optional package for another platform", async () => {
  await install();
  const text = lock("1.0.0").replace(
    `"part": {\n      "version"`,
    `"node_modules/elsewhere": {"version": "1.0.0", "optional": true, "os": ["none"]},\n    "part": {\n      "version"`
  );
  expect(text).toContain("elsewhere");
  project.write("package-lock.json", text);
  expect(await install()).toMatchObject({code: 0, output: ""});
});

it("says so when npm fails", async () => {
  project.write("package.json", JSON.stringify({dependencies: {part: "file:part", other: "file:other"}}));
  const {code, output} = await install();
  expect(code).toBe(1);
  expect(output.trim().split("\n").at(-1)).toBe(
    "npm ci could not install the packages (its messages stand above): check the network and try again."
  );
});

it("says where it wants to be run when there is no lock", async () => {
  rmSync(join(project.root, "package-lock.json"));
  const {code, output} = await install();
  expect(code).toBe(1);
  expect(output).toMatch(/^There is no package-lock\.json in \S+: run the command in the project's folder\.\n$/);
});

it("says that the lock is damaged", async () => {
  project.write("package-lock.json", "{");
  const {code, output} = await install();
  expect(code).toBe(1);
  expect(output).toMatch(/^\S+package-lock\.json cannot be read \(.+\): restore it from the repository\.\n$/);
});

it.each(["12.22.0", "18.20.8", "20.0.0", "20.18.3"])("asks for a newer Node than %s", (version) => {
  expect(nodeComplaint(version)).toBe(
    `Node ${oldestNode.join(".")} or newer is needed and this is ${version}: install a current one from https://nodejs.org and try again.`
  );
});

it.each(["20.19.0", "20.20.2", "22.12.0", "24.0.0", "100.0.0"])("takes Node %s", (version) => {
  expect(nodeComplaint(version)).toBeNull();
});
