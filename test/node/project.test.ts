import {existsSync, readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {oldestNode} from "../../lib/node/bootstrap/nodeVersion.mjs";

const read = (file: string) => readFileSync(file, "utf8");
const project = JSON.parse(read("package.json")) as {
  version: string;
  license: string;
  engines: {node: string};
  scripts: Record<string, string>;
};

describe("the project's own files", () => {
  it("agree on the version and the title to cite", () => {
    const citation = read("CITATION.cff");
    expect(citation).toContain(`\nversion: ${project.version}\n`);
    const title = /^title: "(.+)"$/m.exec(citation)![1]!;
    const about = read("src/about.md").replace(/\s+/g, " ");
    expect(about).toContain(title);
    expect(about).toContain(`version = {${project.version}}`);
  });

  it("agree on the licences", () => {
    expect(project.license).toBe("MIT");
    expect(read("LICENSE")).toMatch(/^MIT License\n/);
    expect(read("LICENSE-CONTENT")).toContain("https://creativecommons.org/licenses/by/4.0/legalcode");
    expect(read("CITATION.cff")).toMatch(/license:\n {2}- MIT\n {2}- CC-BY-4\.0\n/);
  });

  it("agree on the oldest Node", () => {
    expect(project.engines.node).toBe(`>=${oldestNode.join(".")}`);
  });

  const paths = (command: string) => command.match(/[\w.-]+\/\S+/g) ?? [];
  it.each(Object.entries(project.scripts).filter(([, command]) => paths(command).length > 0))(
    "name files that exist in npm run %s",
    (_, command) => {
      for (const path of paths(command)) expect(existsSync(path), path).toBe(true);
    }
  );
});

describe.each(readdirSync(".github/workflows"))("the workflow %s", (file) => {
  const workflow = read(`.github/workflows/${file}`);

  it("pins every action to a major version or a commit", () => {
    const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action!);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@(v\d+|[0-9a-f]{40})$/);
  });

  it("may by default only read the repository", () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
    expect(workflow).not.toMatch(/write-all|contents: write|secrets\./);
  });

  it("runs scripts that exist", () => {
    for (const [, script] of workflow.matchAll(/run: npm run (\S+)/g)) expect(project.scripts).toHaveProperty(script!);
    for (const [, path] of workflow.matchAll(/run: bash (\S+)/g)) expect(existsSync(path!), path).toBe(true);
  });
});

it("what is deployed is built for the path that it is served below", () => {
  expect(read(".github/workflows/deploy.yml")).toContain("SITE_BASE: ${{ steps.pages.outputs.base_path }}/");
  expect(read("observablehq.config.ts")).toMatch(/SITE_BASE[\s\S]*base: SITE_BASE/);
});
