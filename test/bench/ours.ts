// This project's `run`, with the full history, its digest and its checkpoints.
import {text} from "node:stream/consumers";
import {run} from "../../lib/experiments/run.js";
import {column} from "../../lib/model/history.js";
import type {BenchResult, BenchTask} from "../../lib/node/bench/task.js";

const {parameters, check} = JSON.parse(await text(process.stdin)) as BenchTask;
await run(parameters);
const start = process.cpuUsage();
const {history} = await run(parameters);
const {user, system} = process.cpuUsage(start);
const result: BenchResult = {seconds: (user + system) / 1e6, testLoss: column(history, "test_loss")[check]!};
console.log(JSON.stringify(result));
