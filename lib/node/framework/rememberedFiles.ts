import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";

/**
 * Lets Framework build, and answers from memory what it asks the file system a hundred thousand times: which sources are
 * there, and since when. While it builds, they stay as they are. What it builds itself, in a hidden folder, changes.
 */
export async function withRememberedFiles<Result>(root: string, build: () => Promise<Result>): Promise<Result> {
  const {existsSync, statSync} = fs;
  const isSource = (path: unknown): path is string =>
    typeof path === "string" && path.startsWith(`${root}/`) && !path.includes("/.");
  Object.assign(fs, {existsSync: remembered(existsSync, isSource), statSync: remembered(statSync, isSource)});
  syncBuiltinESMExports();
  try {
    return await build();
  } finally {
    Object.assign(fs, {existsSync, statSync});
    syncBuiltinESMExports();
  }
}

/** A function of a path that keeps its answers, errors included, for the paths that it may. */
function remembered<Ask extends typeof fs.existsSync | typeof fs.statSync>(
  ask: Ask,
  may: (path: unknown) => path is string
): Ask {
  const answers = new Map<string, () => unknown>();
  const asked = (path: fs.PathLike, ...options: unknown[]): unknown => {
    if (!may(path) || options.length > 0) return (ask as (...words: unknown[]) => unknown)(path, ...options);
    let answer = answers.get(path);
    if (!answer) answers.set(path, (answer = answerOf(() => ask(path))));
    return answer();
  };
  return asked as Ask;
}

function answerOf(ask: () => unknown): () => unknown {
  try {
    const value = ask();
    return () => value;
  } catch (error) {
    return () => {
      throw error as Error;
    };
  }
}
