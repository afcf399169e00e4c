import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join, sep} from "node:path";

/** The SHA-256 of some text or bytes, 64 hexadecimal digits. */
export function sumOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The SHA-256 of a file, 64 hexadecimal digits. */
export function fileSum(path: string): string {
  return sumOf(readFileSync(path));
}

/** The paths of all files below a folder, relative to it and with slashes, in the order of code units. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).replaceAll(sep, "/"))
    .sort();
}
