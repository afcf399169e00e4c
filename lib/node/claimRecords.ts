import {readFileSync} from "node:fs";
import type {Records} from "../evidence/claims/evidence.js";

/** What the files of data say, as far as claims are concerned. */
export function claimRecords(): Records {
  return {
    paper: dataFile("paper") as Records["paper"],
    kernels: dataFile("kernels") as Records["kernels"],
    engines: dataFile("engines") as Records["engines"],
    benchmark: dataFile("bench") as Records["benchmark"]
  };
}

function dataFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), "utf8"));
}
