import {existsSync} from "node:fs";
import {join} from "node:path";
import {fileSum} from "./fileSum.js";

/**
 * Looks for data files of a built site that are not those of this build, as when a loader's old output was taken.
 * @param sums what `fillFrameworkCache` gave
 * @returns one sentence a problem
 */
export function dataProblems(output: string, sums: ReadonlyMap<string, string>): string[] {
  return [...sums].flatMap(([path, sum]) => {
    const file = join(output, path);
    if (!existsSync(file)) return [`${path} is missing.`];
    return fileSum(file) === sum ? [] : [`${path} is not what this build computed: it comes from a stale cache.`];
  });
}
