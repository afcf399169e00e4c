import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {serialize} from "node:v8";
import {afterAll, beforeAll, expect, test} from "vitest";
import {argumentsText} from "../../lib/node/argumentsText.js";
import {projectCopy, type ProjectCopy} from "./projectCopy.js";

/** A function that leaves a line whenever it is called, with a module that it rests on. */
const subject = `
import {appendFileSync} from "node:fs";
import {offset} from "./offset.js";
export async function shifted(x: number): Promise<unknown> {
  appendFileSync("calls", x + "\\n");
  return {sum: x + offset, odd: [-0, NaN, Infinity], numbers: Float64Array.of(x, -0, NaN)};
}
`;
const program = `
import {shifted} from "./lib/subject/shifted.js";
import {fact, keptFacts} from "./lib/node/factStore.js";
const [, , ...numbers] = process.argv;
const sources = Object.fromEntries(numbers.map((x) => ["of" + x, fact("subject/shifted.ts", shifted, Number(x))]));
const {inspect} = await import("node:util");
console.log(inspect(await keptFacts(sources), {depth: 5, breakLength: Infinity}));
`;
const outcome = (x: number, sum: number) =>
  `of${x}: { sum: ${sum}, odd: [ -0, NaN, Infinity ], numbers: Float64Array(3) [ ${x}, -0, NaN ] }`;

let project: ProjectCopy;
const at = (path: string) => join(project.root, path);
const write = (path: string, text: string) => writeFileSync(at(path), text);

/** What the program prints, and what it had to compute. */
async function facts(...numbers: number[]): Promise<{printed: string; computed: string[]}> {
  write("calls", "");
  const {code, stdout, stderr} = await project.run("program.ts", numbers.map(String));
  expect({code, stderr}).toEqual({code: 0, stderr: ""});
  return {printed: stdout, computed: readFileSync(at("calls"), "utf8").split("\n").slice(0, -1).sort()};
}

beforeAll(async () => {
  project = await projectCopy();
  mkdirSync(at("lib/subject"));
  write("lib/subject/shifted.ts", subject);
  write("lib/subject/offset.ts", "export const offset = 10;\n");
  write("program.ts", program);
});
afterAll(() => project.remove());

test("facts are computed once, and are the same to the last bit when they come from the store", async () => {
  const printed = `{ ${outcome(1, 11)}, ${outcome(2, 12)} }\n`;
  expect(await facts(1, 2)).toEqual({printed, computed: ["1", "2"]});
  expect(await facts(1, 2)).toEqual({printed, computed: []});
});

test("a fact is computed anew for another argument, and what nobody asked for is dropped", async () => {
  expect((await facts(2, 3)).computed).toEqual(["3"]);
  expect(readdirSync(at(".cache/facts"))).toHaveLength(2);
});

test("a fact is computed anew when a module has changed that its own imports", async () => {
  write("lib/subject/offset.ts", "export const offset = 20;\n");
  expect(await facts(2)).toEqual({printed: `{ ${outcome(2, 22)} }\n`, computed: ["2"]});
});

test("arguments are told apart by what they are, not by how the engine holds them", () => {
  const doubles = [0.5, 2];
  doubles[0] = 1;
  expect(serialize(doubles).equals(serialize([1, 2]))).toBe(false);
  expect(argumentsText([doubles])).toBe(argumentsText([[1, 2]]));
  const different = [
    [0],
    [-0],
    [NaN],
    [null],
    ["NaN"],
    [[1]],
    [Float64Array.of(1)],
    [Float32Array.of(1)],
    [{a: 1}],
    []
  ];
  expect(new Set(different.map(argumentsText)).size).toBe(different.length);
});

test("a fact that is not as it was written is computed anew", async () => {
  const [name] = readdirSync(at(".cache/facts")) as [string];
  const path = at(join(".cache/facts", name));
  for (const damage of [(bytes: Buffer) => bytes.subarray(0, 20), (bytes: Buffer) => ((bytes[50]! ^= 1), bytes)]) {
    const right = readFileSync(path);
    writeFileSync(path, damage(Buffer.from(right)));
    expect(await facts(2)).toEqual({printed: `{ ${outcome(2, 22)} }\n`, computed: ["2"]});
    expect(readFileSync(path).equals(right)).toBe(true);
  }
});
