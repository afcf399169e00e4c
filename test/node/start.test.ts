import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Running} from "./running.js";
import {runScript, temporaryProject, type TemporaryProject} from "./temporaryProject.js";

let project: TemporaryProject;
beforeAll(() => void (project = temporaryProject()));
afterAll(() => project.remove());

const start = (...args: string[]) => runScript("start.mjs", args, project.root);

describe("npm start", () => {
  describe.each([
    {base: [], path: "/"},
    {base: ["--base", "/article/"], path: "/article/"},
    {base: ["--base", "/article"], path: "/article/"}
  ])("with $base", ({base, path}) => {
    let running: Running;
    let origin: string;
    beforeAll(async () => {
      running = start("--port", "0", ...base);
      const output = await running.printed(/The article is at \S+/);
      const address = new URL(/The article is at (\S+)/.exec(output)![1]!);
      expect(address.pathname).toBe(path);
      origin = address.origin;
    });

    it("builds the site for the base path and serves it", async () => {
      const response = await fetch(origin + path);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(`<title>Index</title>base ${path}`);
    });

    it("serves pages without their .html", async () => {
      const response = await fetch(`${origin}${path}runs`);
      expect(response.headers.get("content-type")).toBe("text/html;charset=utf-8");
      expect(await response.text()).toContain("Runs");
    });

    it.each([
      ["data/run.parquet", "application/vnd.apache.parquet"],
      ["kernel.wasm", "application/wasm"],
      ["runs.html", "text/html;charset=utf-8"]
    ])("serves %s as %s", async (file, type) => {
      const response = await fetch(`${origin}${path}${file}`);
      expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
    });

    it.each(["nowhere", "data/nowhere.parquet", "a/b/c.html?d=e", "%E0%A4%A", "../package.json", "..%2fpackage.json"])(
      "answers %s with 404.html",
      async (unknown) => {
        const response = await fetch(`${origin}${path}${unknown}`);
        expect([response.status, await response.text()]).toEqual([404, "<title>Not here</title>"]);
      }
    );

    it("leads to the base path from the same path without its last slash", async () => {
      const response = await fetch(`${origin}${path.slice(0, -1)}?a=b`, {redirect: "manual"});
      if (path === "/") expect(response.status).toBe(200);
      else expect([response.status, response.headers.get("location")]).toEqual([301, "/article/?a=b"]);
    });

    it("ends on Ctrl-C, without a message and with exit code 0", async () => {
      running.interrupt();
      const {code, output} = await running.ended;
      expect(code).toBe(0);
      expect(output.trim().split("\n").at(-1)).toMatch(/^The article is at /);
    });
  });

  it("answers nothing but 404 outside its base path", async () => {
    const running = start("--port", "0", "--base", "/article/");
    const output = await running.printed(/The article is at \S+/);
    const {origin} = new URL(/The article is at (\S+)/.exec(output)![1]!);
    for (const path of ["/", "/runs", "/articles/", "/data/run.parquet"])
      expect((await fetch(origin + path)).status, path).toBe(404);
    running.interrupt();
    await running.ended;
  });

  it("says what to do when the build fails", async () => {
    const broken = temporaryProject();
    broken.write("build.mjs", `console.error("no such figure"); process.exit(1);`);
    const {code, output} = await runScript("start.mjs", ["--port", "0"], broken.root).ended;
    broken.remove();
    expect(code).toBe(1);
    expect(output).toContain("no such figure");
    expect(output).toMatch(/^The site could not be built: the messages above say why\.$/m);
    expect(output).not.toMatch(/^\s+at /m);
  });
});

describe("npm start refuses, in one sentence and before any work", () => {
  let other: Server;
  let busy: number;
  beforeAll(async () => {
    other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    busy = (other.address() as AddressInfo).port;
  });
  afterAll(() => void other.close());

  it("a port that is in use", async () => {
    const {code, output} = await start("--port", String(busy)).ended;
    expect(code).toBe(1);
    expect(output).toBe(
      `Port ${busy} is in use: end the program that has it, or choose another with npm start -- --port ${busy + 1}.\n`
    );
  });

  it.each(["abc", "", "-1", "65536", "3000.5", "0x10", "1e3"])("--port=%s", async (port) => {
    const {code, output} = await start(`--port=${port}`).ended;
    expect(code).toBe(1);
    expect(output).toBe(`--port takes a whole number from 0 to 65535, not “${port}”: try npm start -- --port 3000.\n`);
  });

  it.each(["name", "/a b/", "//", "/../", "https://example.org/", "/a//b/", "/a?b/"])("--base=%s", async (base) => {
    const {code, output} = await start(`--base=${base}`).ended;
    expect(code).toBe(1);
    expect(output).toBe(`--base takes a path such as /name/, not “${base}”: try npm start -- --base /name/.\n`);
  });

  it.each([["--prot", "3000"], ["3000"], ["--port"], ["-p", "80"], ["--help=yes"]])("%s %s", async (...args) => {
    const given = args.filter((arg) => arg !== undefined);
    const {code, output} = await start(...given).ended;
    expect(code).toBe(1);
    expect(output).toBe(
      `npm start does not understand “${given.join(" ")}”: it takes --port NUMBER and --base /NAME/.\n`
    );
  });

  it("but explains itself when asked", async () => {
    const {code, output} = await start("--help").ended;
    expect(code).toBe(0);
    expect(output).toMatch(/--port NUMBER[\s\S]*--base \/NAME\//);
  });
});
