import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";

// A run of many hidden units over many epochs, its history thinned: how long it takes, and how much memory at the most.

const [hidden, epochs, every] = [100, 100_000, 1000];
const start = process.cpuUsage();
const {digest, history} = await run(standard("f2", hidden, 0.001, epochs), {every});
const {user, system} = process.cpuUsage(start);
const found = {
  hidden,
  epochs,
  every,
  records: history.records.byteLength / 8,
  digest,
  seconds: (user + system) / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1024
};
console.log(JSON.stringify(found));
