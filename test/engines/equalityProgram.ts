import {equality} from "./equality.js";

// The root of the script that compares kernel and reference in every engine.
Object.assign(globalThis, {
  answer: async (task: string) => JSON.stringify(await equality((JSON.parse(task) as {numRuns: number}).numRuns))
});
