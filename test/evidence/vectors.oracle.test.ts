import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {bitsOf, VECTOR_RUN, vectorsOf} from "../../lib/evidence/vectors.js";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {column, weightsAt} from "../../lib/model/history.js";

const {groups} = await vectorsOf(VECTOR_RUN);
const {history, digest, checkpoints} = await run(parseRunId(VECTOR_RUN));

/** The value of a name, in the group whose title begins so. */
function value(title: string, name: string): string {
  const group = groups.find((candidate) => candidate.title.startsWith(title))!;
  return group.vectors.find((vector) => vector.name === name)!.value;
}

test("the losses, gradients and weights are those of the run's first records", () => {
  expect(Number(value("The losses", "test loss"))).toBe(column(history, "test_loss")[0]);
  expect(Number(value("The losses", "training loss"))).toBe(column(history, "train_loss")[0]);
  for (const [k, j] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1]
  ])
    // prettier-ignore
    expect(Number(value("The losses", `GU[${k}][${j}] / N`))).toBe(column(history, `grad_U_${k}_${j}`)[0]);
  for (const k of [0, 1, 2])
    expect(Number(value("The losses", `GV[${k}] / N`))).toBe(column(history, `grad_V_${k}`)[0]);
  for (const [title, epoch] of [
    ["The initial weights", 0],
    ["The weights after", 1]
  ] as const) {
    const {U, V} = weightsAt(history, epoch);
    for (const [i, u] of U.entries()) expect(Number(value(title, `U[${i >> 1}][${i & 1}]`))).toBe(u);
    for (const [k, v] of V.entries()) expect(Number(value(title, `V[${k}]`))).toBe(v);
  }
  expect(value("Digests", "of the whole run")).toBe(digest);
  expect(value("Digests", "of the first 100 records")).toBe(checkpoints[0]);
});

interface NumpyStreams {
  streams: {
    seed: string;
    seedSequencePool: number[];
    pcgState: string;
    pcgInc: string;
    firstRaw64: string[];
    firstRandom: string[];
    firstStandardNormal: string[];
  }[];
}

test("seeding and draws are NumPy's", () => {
  const {streams} = JSON.parse(readFileSync("test/fixtures/numpy-streams.json", "utf8")) as NumpyStreams;
  const known = (title: string) => streams.find(({seed}) => BigInt(seed) === BigInt(value(title, "seed")))!;
  for (const title of ["The stream of the data", "The stream of the weights"]) {
    const {seedSequencePool, pcgState, pcgInc, firstRaw64} = known(title);
    for (const i of [0, 1, 2, 3]) expect(Number(value(title, `pool[${i}]`))).toBe(seedSequencePool[i]);
    expect(BigInt(value(title, "PCG64 state"))).toBe(BigInt(pcgState));
    expect(BigInt(value(title, "PCG64 increment"))).toBe(BigInt(pcgInc));
    for (const i of [0, 1, 2]) expect(BigInt(value(title, `raw[${i}]`))).toBe(BigInt(firstRaw64[i]!));
  }
  for (const i of [0, 1, 2]) {
    const {firstRandom} = known("The stream of the data");
    expect(value("The first draws", `random[${i}]`)).toBe(firstRandom[i]);
    const {firstStandardNormal} = known("The stream of the weights");
    expect(value("The first draws", `standard normal[${i}]`)).toBe(firstStandardNormal[i]);
  }
});

test("decimals and bits say the same", () => {
  const numbers = groups.flatMap(({vectors}) => vectors).filter(({bits}) => bits !== null);
  expect(numbers.length).toBeGreaterThan(40);
  for (const {value, bits} of numbers) expect(bitsOf(Number(value))).toBe(bits);
});

test.each([
  [1, "3ff0000000000000"],
  [-0, "8000000000000000"],
  [5e-324, "0000000000000001"],
  [-Infinity, "fff0000000000000"]
])("the bits of %d are %s", (x, bits) => expect(bitsOf(x)).toBe(bits));
