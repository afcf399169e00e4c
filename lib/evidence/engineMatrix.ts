import type {Loop} from "../experiments/descent.js";
import type {Tally} from "./engineCheck.js";

/** What one engine came to. */
export interface EngineRow {
  /** the program, such as Node or Firefox */
  name: string;
  version: string;
  /** the engine inside: V8, JavaScriptCore, SpiderMonkey or QuickJS */
  engine: string;
  /** operating system and processor, such as Linux x64 */
  platform: string;
  /** by function: how many known answers it gave */
  functions: Record<string, Tally>;
  /** by training loop: how many runs had the digest below; `ids` where it was not asked for all of them */
  runs: Partial<Record<Loop, Tally & {ids?: string[]}>>;
}

/** The record of which engines give the same bits, data/engines.json. */
export interface EngineMatrix {
  /** the version of this format */
  version: 1;
  /** by run id: the digest that the engines were held against */
  digests: Record<string, string>;
  engines: EngineRow[];
}

/** The matrix as it is written: JSON with a line for each fact. */
export function formatEngineMatrix({version, digests, engines}: EngineMatrix): string {
  const lines = (facts: object) =>
    Object.entries(facts).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const rows = engines.map((row) => `  {\n   ${lines(row).join(",\n   ")}\n  }`);
  return `{\n "version": ${version},\n "digests": {\n  ${lines(digests).join(",\n  ")}\n },\n "engines": [\n${rows.join(",\n")}\n ]\n}\n`;
}

/** What a matrix has to be about. */
export interface EngineTopics {
  /** of the present runs, by id */
  digests: Readonly<Record<string, string>>;
  /** by function: how many known answers there are */
  answers: Readonly<Record<string, number>>;
  /** the implementations of the training loop; an engine that was asked for some runs only may leave out some */
  loops: readonly string[];
}

/** What keeps the matrix from being about the present runs, loops and known answers, a sentence each. */
export function staleFacts(matrix: EngineMatrix, {digests, answers, loops}: EngineTopics): string[] {
  const facts: string[] = [];
  for (const id of new Set([...Object.keys(digests), ...Object.keys(matrix.digests)]))
    if (digests[id] !== matrix.digests[id])
      facts.push(`${id} has the digest ${digests[id] ?? "of no run"}, not ${matrix.digests[id] ?? "yet any"}.`);
  for (const {name, version, functions, runs} of matrix.engines) {
    const tallies = Object.entries(runs);
    for (const [loop, {of, ids}] of tallies) {
      const wanted = ids ?? Object.keys(digests);
      if (of !== wanted.length || !wanted.every((id) => id in digests))
        facts.push(`${name} ${version} was asked for ${of} runs with the ${loop} loop, which are not those there are.`);
    }
    const partly = tallies.some(([, {ids}]) => ids);
    for (const loop of loops)
      if (!partly && !tallies.some(([asked]) => asked === loop))
        facts.push(`${name} ${version} was not asked for the ${loop} loop.`);
    for (const [f, of] of Object.entries(answers))
      if (functions[f]?.of !== of)
        facts.push(`${name} ${version} was asked for ${functions[f]?.of ?? 0} values of ${f} instead of ${of}.`);
  }
  return facts;
}

/** Whether an engine computed everything that it was asked for to the last bit. */
export function allEqual({functions, runs}: Pick<EngineRow, "functions" | "runs">): boolean {
  return [...Object.values(functions), ...Object.values(runs)].every(({equal, of}) => equal === of);
}
