import type {ChildProcess} from "node:child_process";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  /** both, in the order in which they came */
  output: string;
}

/** A program of which a test waits for what it prints, or for its end. */
export interface Running {
  /** Resolves to everything printed so far once it matches; rejects when the program ends without it. */
  printed(pattern: RegExp): Promise<string>;
  ended: Promise<Ended>;
  /** Asks it to end, as Ctrl-C would. */
  interrupt(): void;
}

/** Listens to a process that has just been started. */
export function running(child: ChildProcess): Running {
  const said = {stdout: "", stderr: "", output: ""};
  const waiting = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const)
    child[name]!.setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
      said.output += text;
      for (const check of waiting) check();
    });
  const ended = new Promise<Ended>((done) => child.once("close", (code) => done({code, ...said})));
  return {
    printed: (pattern) =>
      new Promise((found, missed) => {
        const check = () => pattern.test(said.output) && found(said.output);
        waiting.add(check);
        check();
        void ended.then(() => missed(new Error(`It ended without printing ${pattern}:\n${said.output}`)));
      }),
    ended,
    interrupt: () => void child.kill("SIGINT")
  };
}
