import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {recordedFacts} from "../../lib/node/computedFacts.js";
import {formatRecord, recordedValue, recordKey, repeatRecords} from "../../lib/node/factRecord.js";
import {projectCopy, type ProjectCopy} from "./projectCopy.js";

const facts = Object.values(recordedFacts());

test("data/instability holds every recorded fact and nothing else", () => {
  const names = readdirSync("data/instability").map((name) => `data/instability/${name}`);
  expect(names.sort()).toEqual(facts.map(({record}) => record).sort());
});

test("data/instability comes from the present code: else run npm run sweep", async () => {
  const stale: string[] = [];
  for (const fact of facts) if (!(await recordedValue(fact, false))) stale.push(fact.record);
  expect(stale).toEqual([]);
});

test("facts that are computed again are as recorded, to the last digit", async () => {
  const cheap = facts.filter(({record}) => /f1-h[23]-rate[\d.]+-epochs1000\.json$/.test(record));
  expect(cheap.length).toBeGreaterThanOrEqual(5);
  expect(await repeatRecords(cheap, 1)).toEqual({repeated: cheap.length, of: cheap.length, findings: []});
});

test("a key tells the function and its arguments", async () => {
  const [one, other] = facts as [(typeof facts)[0], (typeof facts)[0]];
  const keys = await Promise.all(
    [one, other, {...one, name: "instabilityOf"}, {...one, module: "evidence/onset.ts"}].map(recordKey)
  );
  expect(new Set(keys).size).toBe(keys.length);
});

const subject = `
export function doubled(x: number): unknown {
  process.getBuiltinModule("fs").appendFileSync("calls", x + "\\n");
  return {sum: 2 * x};
}
`;
const program = `
import {doubled} from "./lib/subject/doubled.js";
import {fact, keptFacts} from "./lib/node/factStore.js";
import {recordFacts, repeatRecords} from "./lib/node/factRecord.js";
const facts = [1, 2].map((x) => ({...fact("subject/doubled.ts", doubled, x), record: "data/instability/" + x + ".json"}));
const does = {
  record: () => recordFacts(facts),
  keep: () => keptFacts({one: facts[0], two: facts[1]}),
  repeat: () => repeatRecords(facts, 1)
};
console.log(JSON.stringify(await does[process.argv[2] as keyof typeof does]()));
`;

let project: ProjectCopy;
const at = (path: string) => join(project.root, path);
const write = (path: string, text: string) => writeFileSync(at(path), text);
const records = ["data/instability/1.json", "data/instability/2.json"] as const;

/** What the program says, and what it had to compute. */
async function run(what: string): Promise<{said: unknown; computed: string[]}> {
  writeFileSync(at("calls"), "");
  const {code, stdout, stderr} = await project.run("program.ts", [what], {ENSEMBLES: ""});
  expect({code, stderr}).toEqual({code: 0, stderr: ""});
  return {said: JSON.parse(stdout), computed: readFileSync(at("calls"), "utf8").split("\n").slice(0, -1).sort()};
}

beforeAll(async () => {
  project = await projectCopy();
  mkdirSync(at("lib/subject"));
  write("lib/subject/doubled.ts", subject);
  write("program.ts", program);
});
afterAll(() => project.remove());

test("a fact is taken from its record, and computed only where that is missing, cut off or of other code", async () => {
  const both = {one: {sum: 2}, two: {sum: 4}};
  expect(await run("keep")).toEqual({said: both, computed: ["1", "2"]});
  rmSync(at(".cache/facts"), {recursive: true});
  expect(await run("record")).toEqual({said: records, computed: ["1", "2"]});
  expect(await run("record")).toEqual({said: [], computed: []});
  expect(await run("keep")).toEqual({said: both, computed: []});

  const right = readFileSync(at(records[0]), "utf8");
  writeFileSync(at(records[0]), right.slice(0, -5));
  expect(await run("keep")).toEqual({said: both, computed: ["1"]});
  expect(await run("record")).toEqual({said: [records[0]], computed: ["1"]});
  expect(readFileSync(at(records[0]), "utf8")).toBe(right);

  write("lib/subject/doubled.ts", subject.replace("2 * x", "3 * x"));
  expect(await run("keep")).toEqual({said: {one: {sum: 3}, two: {sum: 6}}, computed: ["1", "2"]});
  write("lib/subject/doubled.ts", subject);
});

test("a record that says something else than its fact is found when the fact is computed again", async () => {
  expect((await run("repeat")).said).toEqual({repeated: 2, of: 2, findings: []});
  const {key} = JSON.parse(readFileSync(at(records[1]), "utf8")) as {key: string};
  writeFileSync(at(records[1]), formatRecord(key, {sum: 5}));
  rmSync(at(records[0]));
  const {findings} = (await run("repeat")).said as {findings: string[]};
  expect(findings.sort()).toEqual([
    `There is no ${records[0]}: restore it from the repository, or run npm run sweep.`,
    `${records[1]} differs in line 3: “ue": {"sum":5}” in the file, “ue": {"sum":4}” when computed again.`
  ]);
});
