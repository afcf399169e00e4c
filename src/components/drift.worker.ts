import {parseRunId} from "../lib/experiments/parameters.js";
import {run} from "../lib/experiments/run.js";
import {standardData} from "../lib/model/dataset.js";
import type {History} from "../lib/model/history.js";
import {engineData, engineHistory} from "./engineTraining.js";

/** The two courses of a run: by the definition, and with the engine's own exponential. */
export interface Courses {
  ours: History;
  engines: History;
  /** how many training points there are, and how many of them have another target value with the engine's exponential */
  points: number;
  otherTargets: number;
}

/** What the worker answers: the courses, or why there are none. */
export type DriftReply = {kind: "done"; courses: Courses} | {kind: "failed"; reason: string};

const reply = (message: DriftReply, transfer: Transferable[] = []) => postMessage(message, {transfer});

addEventListener("message", ({data: id}: MessageEvent<string>) => {
  coursesOf(id).then(
    (courses) => reply({kind: "done", courses}, [courses.ours.records.buffer, courses.engines.records.buffer]),
    (error: unknown) => reply({kind: "failed", reason: (error as Error).message})
  );
});

async function coursesOf(id: string): Promise<Courses> {
  const parameters = parseRunId(id);
  const {history: ours} = await run(parameters);
  const engines = engineHistory(parameters);
  const {y} = standardData(parameters.target, parameters).train;
  const others = engineData(parameters).train.y;
  const otherTargets = y.filter((value, i) => value !== others[i]).length;
  return {ours, engines, points: y.length, otherTargets};
}
