// All standard runs of the paper, one after the other; prints the seconds of processor time since the process began.
import {paperRuns} from "../../lib/experiments/registry.js";
import {run} from "../../lib/experiments/run.js";

for (const {parameters} of paperRuns) await run(parameters);
const {user, system} = process.cpuUsage();
console.log((user + system) / 1e6);
