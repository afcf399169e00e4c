import {MOST_WORKERS, workerCount} from "./workerPool.js";

/** What may be different between two machines and must not matter. */
export interface Surroundings {
  timeZone: string;
  language: string;
  /** as octal digits */
  umask: string;
  workers: number;
  fileTimes: string;
}

/** Surroundings in which each entry is another than the present one. */
export function otherSurroundings(env: NodeJS.ProcessEnv = process.env): Surroundings {
  const zone = env["TZ"] || Intl.DateTimeFormat().resolvedOptions().timeZone;
  const language = env["LC_ALL"] || env["LANG"] || "";
  const workers = workerCount(env);
  return {
    timeZone: zone === "Pacific/Kiritimati" ? "America/St_Johns" : "Pacific/Kiritimati",
    language: language.startsWith("tr") ? "de_DE.UTF-8" : "tr_TR.UTF-8",
    umask: process.umask() === 0o077 ? "022" : "077",
    workers: workers < MOST_WORKERS ? workers + 1 : workers - 1,
    fileTimes: "2001-02-03"
  };
}

/** The environment of a process that is to run in these surroundings; its umask and files are for the caller to set. */
export function environmentOf({timeZone, language, workers}: Surroundings): NodeJS.ProcessEnv {
  return {TZ: timeZone, LANG: language, LC_ALL: language, LANGUAGE: language, WORKERS: String(workers)};
}
