// All standard runs of the paper, one after the other in one thread, from a cold start; prints the seconds they took.
import {paperRuns} from "../../lib/experiments/registry.js";
import {run} from "../../lib/experiments/run.js";

const start = performance.now();
for (const {parameters} of paperRuns) await run(parameters);
console.log((performance.now() - start) / 1000);
