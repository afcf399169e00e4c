import {runId, significantBits, validate, type RunParameters} from "../parameters.js";

/** What a program can say of its run beside its parameters. */
export interface ProgramOptions {
  /** the digest that the run has to come to; the program compares */
  digest?: string;
  /** the address of the site's folder that holds verify_run.py, with its slash at the end */
  folder?: string;
}

/**
 * A Python program that repeats a run to the last bit, epoch by epoch, as the definition of the arithmetic states it. It is
 * to be read: the network and its training stand in it. The elementary functions and the random numbers come from
 * verify_run.py, which shares no code with this project.
 * @throws RangeError if the parameters are out of range, or if the arithmetic is double-double, which Python is not taught
 */
export function pythonProgram(parameters: RunParameters, {digest, folder}: ProgramOptions = {}): string {
  validate(parameters);
  const {hidden, learningRate, epochs, rateChanges = [], arithmetic, rounding} = parameters;
  if (arithmetic === "double-double")
    throw new RangeError("A run in double-double arithmetic has no Python program: take the one in TypeScript.");
  const coarse = arithmetic !== undefined;
  const single = arithmetic === "binary32";
  const functions = ["data_sets", "exp", "initial_weights", "little_endian"];
  if (rounding !== undefined) functions.push("moved_at_random", "seedrandom");
  if (coarse) functions.push(single ? "Single" : "coarse");
  const names = functions.sort((a, b) => (a < b ? -1 : 1)).join(", ");
  const coarser = (text: string) => (coarse ? `number(${text})` : text);
  const [zero, one] = coarse ? ["number(0)", "number(1)"] : ["0.0", "1.0"];
  const twice = "to the nearest binary64 and then to ";
  const bits = significantBits(arithmetic);
  const nearest =
    coarse && !single ? `${bits} significant bits, ties to even` : `the nearest ${arithmetic ?? "binary64"}`;
  const changes = rateChanges.map(({epoch, rate}) => `${epoch}: ${float(rate)}`);
  return `"""Repeats the run ${runId(parameters)}, to the last bit.

Put verify_run.py and ziggurat-normal.json beside this program; they lie ${folder ? `at ${folder}` : "in the folder python of the site that it comes from"}.
Start it with Python 3.8 or newer.

Every number here is defined: each + - * / rounds ${coarse && !single ? twice : "once, to "}${nearest}, and sums run in the order of the points.
exp is ${coarse ? `rounded ${twice}${nearest}` : "correctly rounded"}: verify_run.py works it out in whole numbers, and so slowly.
So the digest of all records, which is printed at the end, is the same on every computer${digest === undefined ? "." : `, and has to be\n\n    ${digest}\n`}
"""

import hashlib

from verify_run import ${names}

${coarse ? `number = ${single ? "Single" : `coarse(${bits})`}\n` : ""}hidden = ${hidden}  # hidden units, the bias unit included
rate = ${coarser(float(learningRate))}  # the learning rate
${changes.length > 0 ? `rate_changes = {${changes.join(", ")}}  # from these epochs on, another one\n` : ""}epochs = ${epochs}
train, test = data_sets(${dataArguments(parameters)})
U, V = initial_weights(${weightsArguments(parameters)})
${rounding === undefined ? "" : `rounding = seedrandom("rounding:${rounding}")  # moves each weight a last place up or down after each step\n`}

def activations(x):
    """The values of the hidden units: the logistic function of U[k][0] x + U[k][1]; the bias unit is 1."""
    return [1 / (1 + exp(-(u0 * x + u1))) for u0, u1 in U] + [${one}]


def output(H):
    """What the network makes of them: the sum of V[k] H[k]."""
    total = V[0] * H[0]
    for v, h in zip(V[1:], H[1:]):
        total = total + v * h
    return total


def error_on(points):
    """Half the mean of the squared errors."""
    total = ${zero}
    for x, y in points:
        e = output(activations(x)) - y
        total = total + e * e / 2
    return total / ${coarser("len(points)")}


def gradients():
    """How the training error changes with each weight, summed over the points."""
    GU, GV = [[${zero}, ${zero}] for _ in U], [${zero} for _ in V]
    for x, y in train:
        H = activations(x)
        e = output(H) - y
        for k in range(hidden):
            GV[k] = GV[k] + e * H[k]
        for k in range(hidden - 1):
            d = e * V[k] * H[k] * (1 - H[k])
            GU[k][0] = GU[k][0] + d * x
            GU[k][1] = GU[k][1] + d
    return GU, GV


sha256 = hashlib.sha256()
for epoch in range(epochs + 1):
    record = [error_on(test), error_on(train), *(u for row in U for u in row), *V]
    if epoch % 100 == 0 or epoch == epochs:
        print(f"epoch {epoch}: error {float(record[0]):.6g} on the test set, {float(record[1]):.6g} in training", flush=True)
    if epoch < epochs:
${changes.length > 0 ? `        rate = ${coarser("rate_changes.get(epoch, rate)")}\n` : ""}        GU, GV = gradients()
        record += [g / ${coarser("len(train)")} for row in GU for g in row] + [g / ${coarser("len(train)")} for g in GV]
        U = [[u - rate * g / ${coarser("len(train)")} for u, g in zip(*rows)] for rows in zip(U, GU)]
        V = [v - rate * g / ${coarser("len(train)")} for v, g in zip(V, GV)]
${rounding === undefined ? "" : "        U, V = moved_at_random(U, V, rounding)\n"}    sha256.update(b"".join(map(little_endian, record)))

print("digest", sha256.hexdigest())
${
  digest === undefined
    ? ""
    : `if sha256.hexdigest() != "${digest}":
    raise SystemExit("This is not the digest that the run has to come to.")
`
}`;
}

/** A number as Python writes it: the shortest decimal that gives the bits back is the same in both languages. */
function float(value: number): string {
  const text = String(value);
  return /^\d+$/.test(text) ? `${text}.0` : text;
}

/** What is not standard, as Python's arguments. */
function dataArguments({target, data, trainSize, testSize, noise, arithmetic}: RunParameters): string {
  return [
    `"${target}"`,
    ...(data === "standard" ? [] : [`data="${data}"`]),
    ...(trainSize === 1000 ? [] : [`train=${trainSize}`]),
    ...(testSize === 100 ? [] : [`test=${testSize}`]),
    ...(noise === undefined ? [] : [`noise=${float(noise)}`]),
    ...(arithmetic === undefined ? [] : ["number=number"])
  ].join(", ");
}

function weightsArguments({weights, weightScale, arithmetic}: RunParameters): string {
  return [
    "hidden",
    ...(weights === "standard" ? [] : [`weights="${weights}"`]),
    ...(weightScale === 1 ? [] : [`scale=${float(weightScale)}`]),
    ...(arithmetic === undefined ? [] : ["number=number"])
  ].join(", ");
}
