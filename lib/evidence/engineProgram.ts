import {checkEngine, type EngineTask} from "./engineCheck.js";

/*
 * The root of the program that is bundled into one file and put into every engine: it adds the one function that the
 * outside calls, which takes and returns JSON.
 */
Object.assign(globalThis, {
  answer: async (task: string) => JSON.stringify(await checkEngine(JSON.parse(task) as EngineTask))
});
