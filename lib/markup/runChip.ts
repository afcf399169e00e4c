import type {RunParameters} from "../experiments/parameters.js";
import {fragment, type Html} from "./fragment.js";
import {powerOfTen} from "./numberText.js";
import type {Resolver} from "./resolve.js";

/** `:run[ID]`: the run's tuple, as the paper prints it, on a chip that leads to the run. */
export const runRole: Resolver = ({content}, {report}) => {
  const {id, parameters} = report.run(content);
  return fragment`<a class="run" href="./runs#${id}">${tuple(parameters)}</a>`;
};

/** (f, h, learning rate, epochs) as the paper prints it; what is not standard follows by name. */
export function tuple({target, hidden, learningRate, epochs, ...rest}: RunParameters): Html {
  const {data, weights, weightScale, trainSize, testSize, noise, rateChanges = [], arithmetic, rounding} = rest;
  const others = [
    data === "standard" ? "" : `data ${data}`,
    weights === "standard" ? "" : `weights ${weights}`,
    weightScale === 1 ? "" : `weights × ${weightScale}`,
    trainSize === 1000 ? "" : `${trainSize} training points`,
    testSize === 100 ? "" : `${testSize} test points`,
    noise === undefined ? "" : `noise ${noise}`,
    ...rateChanges.map(({epoch, rate}) => `rate ${rate} from epoch ${epoch}`),
    arithmetic ?? "",
    rounding === undefined ? "" : `rounding ${rounding}`
  ];
  const own = others.filter((text) => text !== "").map((text) => fragment`, <span class="run-own">${text}</span>`);
  return fragment`(${functionName(target)}, ${hidden}, ${learningRate}, ${epochCount(epochs)}${own})`;
}

/** The target function's name: an italic f with its index; a formula stands for itself. */
export function functionName(target: string): Html {
  if (target.startsWith("f(")) return fragment`${target.slice(2, -1)}`;
  return fragment`<i>${target.slice(0, 1)}</i><sub>${target.slice(1)}</sub>`;
}

/** The paper writes 1000 in full and 10 000 as a power of ten. */
function epochCount(epochs: number): Html {
  const exponent = String(epochs).length - 1;
  return exponent >= 4 && Number(`1e${exponent}`) === epochs ? powerOfTen(exponent) : fragment`${epochs}`;
}
