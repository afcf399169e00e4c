import {parseRunId, type RunParameters} from "../experiments/parameters.js";
import {CHECKPOINT_EPOCHS} from "../experiments/recorder.js";
import {run} from "../experiments/run.js";
import {STANDARD_DATA_SEED, standardData, type Dataset} from "../model/dataset.js";
import {recordLength} from "../model/history.js";
import {gradient, loss, output, step} from "../model/perceptron.js";
import {STANDARD_WEIGHTS_SEED, standardWeights, type Weights} from "../model/weights.js";
import {digestOf} from "../numerics/digest.js";
import {exp} from "../numerics/exp.js";
import {generator} from "../random/generator.js";
import {pcg64} from "../random/pcg64.js";
import {seedSequence} from "../random/seedSequence.js";

/** One value on the way from the seeds to the digest, for whoever programs the definition anew. */
export interface Vector {
  /** as the definition calls it, such as `H[1]` */
  name: string;
  /** the shortest decimal that gives the number's bits back; integers and digests in hexadecimal */
  value: string;
  /** the number's binary64, 16 hexadecimal digits; null for integers and digests */
  bits: string | null;
}

/** The values of one step of the definition. */
export interface VectorGroup {
  title: string;
  vectors: Vector[];
}

/** The intermediate values of a run, in the order in which an implementation comes by them. */
export interface Vectors {
  run: string;
  groups: VectorGroup[];
}

/** The run that the vectors are of: the paper's first, and short. */
export const VECTOR_RUN = "f1-h3-rate1-epochs1000";

/** So many draws are shown of each stream. */
const DRAWS = 3;

const view = new DataView(new ArrayBuffer(8));

/** The bits of a binary64 as 16 hexadecimal digits, sign first. */
export function bitsOf(x: number): string {
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

/** Computes the vectors of a run on standard data from standard weights. */
export async function vectorsOf(id: string): Promise<Vectors> {
  const parameters = parseRunId(id);
  const {train, test} = standardData(parameters.target, parameters);
  const weights = standardWeights(parameters.hidden, parameters.weightScale);
  return {
    run: id,
    groups: [
      {title: "The stream of the data", vectors: stream(STANDARD_DATA_SEED)},
      {title: "The stream of the weights", vectors: stream(STANDARD_WEIGHTS_SEED)},
      {title: "The first draws", vectors: draws(train, test)},
      {title: "The initial weights, epoch 0", vectors: weightVectors(weights)},
      {title: "The first training point, forward", vectors: forward(weights, train)},
      {title: "The losses and gradients of epoch 0", vectors: firstGradient(weights, train, test)},
      {
        title: "The weights after the first step, epoch 1",
        vectors: weightVectors(step(weights, train, parameters.learningRate))
      },
      {title: "Digests (SHA-256)", vectors: await digests(parameters)}
    ]
  };
}

/** The vectors as they are written: JSON with a line for each fact. */
export function vectorsText(vectors: Vectors): string {
  return `${JSON.stringify(vectors, null, 1)}\n`;
}

function number(name: string, value: number): Vector {
  return {name, value: String(value), bits: bitsOf(value)};
}

function integer(name: string, value: bigint, digits: number): Vector {
  return {name, value: `0x${value.toString(16).padStart(digits, "0")}`, bits: null};
}

function stream(seed: bigint): Vector[] {
  const bits = pcg64(seed);
  const {state, increment} = bits;
  return [
    integer("seed", seed, 32),
    ...[...seedSequence(seed).pool].map((word, i) => integer(`pool[${i}]`, BigInt(word), 8)),
    integer("PCG64 state", state, 32),
    integer("PCG64 increment", increment, 32),
    ...Array.from({length: DRAWS}, (_, i) => integer(`raw[${i}]`, bits.next64(), 16))
  ];
}

function draws(train: Dataset, test: Dataset): Vector[] {
  const data = generator(pcg64(STANDARD_DATA_SEED));
  const weights = generator(pcg64(STANDARD_WEIGHTS_SEED));
  const last = train.x.length - 1;
  return [
    ...Array.from({length: DRAWS}, (_, i) => number(`random[${i}]`, data.random())),
    ...Array.from({length: DRAWS}, (_, i) => number(`training x[${i}]`, train.x[i]!)),
    number(`training x[${last}]`, train.x[last]!),
    number("training y[0]", train.y[0]!),
    number("test x[0]", test.x[0]!),
    number("test y[0]", test.y[0]!),
    ...Array.from({length: DRAWS}, (_, i) => number(`standard normal[${i}]`, weights.standardNormal()))
  ];
}

function weightVectors({hidden, U, V}: Weights): Vector[] {
  return [
    ...Array.from(U, (value, i) => number(`U[${i >> 1}][${i & 1}]`, value)),
    ...Array.from({length: hidden}, (_, k) => number(`V[${k}]`, V[k]!))
  ];
}

function forward({hidden, U, V}: Weights, {x, y}: Dataset): Vector[] {
  const z = Array.from({length: hidden - 1}, (_, k) => U[2 * k]! * x[0]! + U[2 * k + 1]!);
  const [o] = output({hidden, U, V}, x.slice(0, 1));
  return [
    ...z.map((value, k) => number(`z[${k}]`, value)),
    ...z.map((value, k) => number(`exp(-z[${k}])`, exp(-value))),
    ...z.map((value, k) => number(`H[${k}]`, 1 / (1 + exp(-value)))),
    number("o", o!),
    number("e", o! - y[0]!)
  ];
}

function firstGradient(weights: Weights, train: Dataset, test: Dataset): Vector[] {
  const {U, V} = gradient(weights, train);
  return [
    number("test loss", loss(weights, test)),
    number("training loss", loss(weights, train)),
    ...Array.from(U, (value, i) => number(`GU[${i >> 1}][${i & 1}] / N`, value)),
    ...Array.from(V, (value, k) => number(`GV[${k}] / N`, value))
  ];
}

async function digests(parameters: RunParameters): Promise<Vector[]> {
  const {history, digest, checkpoints} = await run(parameters);
  const digestVector = (name: string, value: string): Vector => ({name, value, bits: null});
  const first = history.records.subarray(0, recordLength(history.hidden));
  return [
    digestVector("of the record of epoch 0", digestOf(first)),
    digestVector(`of the first ${CHECKPOINT_EPOCHS} records`, checkpoints[0]!),
    digestVector("of the whole run", digest)
  ];
}
