// All standard runs of the paper, one after the other, from a cold start; prints the seconds of processor time they took.
import {paperRuns} from "../../lib/experiments/registry.js";
import {run} from "../../lib/experiments/run.js";

const start = process.cpuUsage();
for (const {parameters} of paperRuns) await run(parameters);
const {user, system} = process.cpuUsage(start);
console.log((user + system) / 1e6);
