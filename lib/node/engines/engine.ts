import type {EngineReport, EngineTask} from "../../evidence/engineCheck.js";

/** What an engine answered. */
export interface EngineAnswer {
  /** of the program */
  version: string;
  report: EngineReport;
}

/** An engine that was found on this machine. */
export interface Engine {
  /** Runs the bundled check in it. */
  ask(program: string, task: EngineTask): Promise<EngineAnswer>;
}

/** Why an engine cannot be asked here: a sentence that says what to do. */
export interface MissingEngine {
  missing: string;
}

/** An engine to look for. */
export interface EngineEntry {
  /** how the command calls it */
  key: string;
  /** the program */
  name: string;
  /** the engine inside */
  engine: string;
  /** an interpreter, which is asked for the shortest runs only */
  slow?: boolean;
  find(): Promise<Engine | MissingEngine>;
}
