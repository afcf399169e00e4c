import {readFileSync} from "node:fs";
import type {Records} from "../evidence/claims/evidence.js";
import {randomnessSweep, sources, weightScales} from "../evidence/sweeps/randomnessSweep.js";
import {roundingSweep} from "../evidence/sweeps/roundingSweep.js";
import type {Sweep} from "../evidence/sweeps/sweep.js";
import {registry} from "../experiments/registry.js";
import type {ResultsByName} from "./sweeps/sweepFiles.js";

const studies = weightScales.flatMap((scale) => sources.map((source) => randomnessSweep(source, scale)));

/** The sweeps that claims are measured on. */
export const claimSweeps: readonly Sweep[] = [...registry.map(({id}) => roundingSweep(id)), ...studies];

/**
 * What the files of data say, as far as claims are concerned.
 * @param results those of `claimSweeps`
 */
export function claimRecords(results: ResultsByName): Records {
  return {
    paper: dataFile("paper") as Records["paper"],
    kernels: dataFile("kernels") as Records["kernels"],
    engines: dataFile("engines") as Records["engines"],
    benchmark: dataFile("bench") as Records["benchmark"],
    ensembles: Object.fromEntries(registry.map(({id}) => [id, results.get(roundingSweep(id).name)!])),
    randomNumbers: Object.fromEntries(studies.map(({name}) => [name, results.get(name)!]))
  };
}

function dataFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), "utf8"));
}
