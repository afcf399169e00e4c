import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {delimiter, join} from "node:path";

/** A program as it is installed on different systems. */
export interface InstalledProgram {
  /** its possible names */
  names: readonly string[];
  /** folders to look into after those of the PATH */
  places: readonly string[];
  /** what it prints when asked for its version */
  version: RegExp;
}

/** The first such program that runs, or null. */
export function installedProgram(program: InstalledProgram, path: string): string | null {
  const folders = [...path.split(delimiter).filter((folder) => folder !== ""), ...program.places];
  const candidates = folders.flatMap((folder) => program.names.map((name) => join(folder, name)));
  return candidates.find((candidate) => existsSync(candidate) && runs(candidate, program.version)) ?? null;
}

/** Some systems install a program of that name which only says how to get the real one. */
export function runs(path: string, version: RegExp): boolean {
  try {
    const printed = execFileSync(path, ["--version"], {stdio: ["ignore", "pipe", "ignore"], timeout: 20_000});
    return version.test(printed.toString());
  } catch {
    return false;
  }
}
