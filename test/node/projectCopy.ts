import {spawn} from "node:child_process";
import {mkdtempSync, realpathSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {copySources} from "../../lib/node/sourceCopy.js";
import {running, type Ended, type Running} from "./running.js";

/** A copy of this project in a folder of its own, for tests that damage it. */
export interface ProjectCopy {
  root: string;
  /** Runs a TypeScript program of the copy and waits for its end. */
  run(script: string, args?: string[], env?: NodeJS.ProcessEnv): Promise<Ended>;
  /** Starts one as the leader of a process group, so that all that it has started can be killed with it. */
  start(script: string, args?: string[], env?: NodeJS.ProcessEnv): Started;
  remove(): void;
}

export interface Started extends Running {
  /** Kills it and its children at once, as a power cut would. */
  kill(): void;
}

/** Copies the sources of this project; its packages are linked. */
export async function projectCopy(): Promise<ProjectCopy> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "a copy ")));
  await copySources(process.cwd(), root, new Date());
  const start: ProjectCopy["start"] = (script, args = [], env = {}) => {
    const inherited = {...process.env, SITE_OUTPUT: undefined, SITE_BASE: undefined};
    const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
      cwd: root,
      env: {...inherited, NO_COLOR: "1", FORCE_COLOR: "0", ...env},
      detached: true,
      stdio: ["ignore", "pipe", "pipe"]
    });
    return {...running(child), kill: () => void process.kill(-child.pid!, "SIGKILL")};
  };
  return {
    root,
    start,
    run: (...words) => start(...words).ended,
    remove: () => rmSync(root, {recursive: true, force: true})
  };
}
