import {readFileSync} from "node:fs";
import type {Records} from "../evidence/claims/evidence.js";
import {randomnessName, sources, weightScales} from "../evidence/sweeps/randomnessSweep.js";
import {roundingSweep} from "../evidence/sweeps/roundingSweep.js";
import {registry} from "../experiments/registry.js";
import type {ResultsByName} from "./sweeps/sweepFiles.js";

/**
 * What the files of data say, as far as claims are concerned.
 * @param results those of all sweeps
 */
export function claimRecords(results: ResultsByName): Records {
  const studied = weightScales.flatMap((scale) => sources.map((source) => randomnessName(source, scale)));
  return {
    paper: dataFile("paper") as Records["paper"],
    kernels: dataFile("kernels") as Records["kernels"],
    engines: dataFile("engines") as Records["engines"],
    benchmark: dataFile("bench") as Records["benchmark"],
    ensembles: Object.fromEntries(registry.map(({id}) => [id, results.get(roundingSweep(id).name)!])),
    randomNumbers: Object.fromEntries(studied.map((name) => [name, results.get(name)!]))
  };
}

function dataFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), "utf8"));
}
