/** What an engine answered. */
export interface EngineAnswer<Report> {
  /** of the engine's program */
  version: string;
  report: Report;
}

/** An engine that was found on this machine. */
export interface Engine {
  /**
   * Runs a script in it.
   * @param script defines the global function `answer(task: string): Promise<string>`, from JSON to JSON
   * @param task what `answer` is asked
   */
  ask<Report>(script: string, task: object): Promise<EngineAnswer<Report>>;
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
