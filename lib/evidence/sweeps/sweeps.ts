import {registry} from "../../experiments/registry.js";
import {precisionSweep} from "./precisionSweep.js";
import {randomnessSweep, sources, weightScales} from "./randomnessSweep.js";
import {roundingSweep} from "./roundingSweep.js";
import type {Sweep} from "./sweep.js";

/** All sweeps of the report. */
export const sweeps: readonly Sweep[] = [
  ...registry.map(({id}) => roundingSweep(id)),
  ...weightScales.flatMap((scale) => sources.map((source) => randomnessSweep(source, scale))),
  precisionSweep
];

/**
 * The sweep of this name.
 * @throws RangeError if there is none
 */
export function sweepNamed(name: string): Sweep {
  const found = sweeps.find((sweep) => sweep.name === name);
  if (!found) throw new RangeError(`There is no sweep “${name}”; npm run sweep -- --list prints those that there are.`);
  return found;
}
