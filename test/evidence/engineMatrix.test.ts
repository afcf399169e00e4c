import {expect, it} from "vitest";
import {allEqual, formatEngineMatrix, staleFacts, type EngineMatrix} from "../../lib/evidence/engineMatrix.js";

const digests = {a: "0a", b: "0b"};
const topics = {digests, answers: {exp: 3}, loops: ["reference"]};
const row = {
  name: "Node",
  version: "20.1.2",
  engine: "V8",
  platform: "Linux x64",
  functions: {exp: {equal: 3, of: 3}},
  runs: {reference: {equal: 2, of: 2}}
};
const matrix: EngineMatrix = {version: 1, digests, engines: [row]};

it("is about the present runs, loops and answers, or says what it is not about", () => {
  expect(staleFacts(matrix, topics)).toEqual([]);
  const slow = {...row, runs: {reference: {equal: 1, of: 1, ids: ["b"]}}};
  expect(staleFacts({...matrix, engines: [slow]}, {...topics, loops: ["reference", "other"]})).toEqual([]);

  expect(staleFacts(matrix, {...topics, digests: {a: "0a", b: "0c"}})).toEqual(["b has the digest 0c, not 0b."]);
  expect(staleFacts(matrix, {...topics, digests: {...digests, c: "0c"}})).toEqual([
    "c has the digest 0c, not yet any.",
    "Node 20.1.2 was asked for 2 runs with the reference loop, which are not those there are."
  ]);
  expect(staleFacts({...matrix, engines: [slow]}, {...topics, digests: {a: "0a"}})).toEqual([
    "b has the digest of no run, not 0b.",
    "Node 20.1.2 was asked for 1 runs with the reference loop, which are not those there are."
  ]);
  expect(staleFacts(matrix, {...topics, loops: ["reference", "other"]})).toEqual([
    "Node 20.1.2 was not asked for the other loop."
  ]);
  expect(staleFacts(matrix, {...topics, answers: {exp: 4, sin: 1}})).toEqual([
    "Node 20.1.2 was asked for 3 values of exp instead of 4.",
    "Node 20.1.2 was asked for 0 values of sin instead of 1."
  ]);
});

it("knows an engine that gives other bits", () => {
  expect(allEqual(row)).toBe(true);
  expect(allEqual({...row, functions: {exp: {equal: 2, of: 3}}})).toBe(false);
  expect(allEqual({...row, runs: {reference: {equal: 1, of: 2}}})).toBe(false);
});

it("is written as JSON that reads back", () => {
  expect(JSON.parse(formatEngineMatrix(matrix))).toEqual(matrix);
});
