import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const VERSION = "1.4.5";

/** Its package is 100 MB, so it is no dependency: it is fetched to this folder when `BUN=fetch` asks for it. */
const folder = fileURLToPath(new URL("../../.cache/bun/", import.meta.url));

/**
 * Finds Bun: the program that BUN names, else an installed one, else one that was fetched before. `BUN=fetch` fetches it.
 * @returns its path, or null
 */
export function findBun(): string | null {
  const wanted = process.env["BUN"] ?? "";
  if (wanted === "fetch") fetchBun();
  const candidates = wanted === "" || wanted === "fetch" ? [fetched(), "bun"] : [wanted];
  return candidates.find(runs) ?? null;
}

function fetchBun(): void {
  if (existsSync(fetched())) return;
  mkdirSync(folder, {recursive: true});
  // The package's own script would link the program to its usual place; it is taken from where it comes instead.
  const npm = ["install", "--prefix", folder, "--no-save", "--ignore-scripts", "--no-audit", `bun@${VERSION}`];
  execFileSync("npm", npm, {stdio: "ignore"});
}

function fetched(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const processor = process.arch === "arm64" ? "aarch64" : process.arch;
  return join(folder, "node_modules", "@oven", `bun-${system}-${processor}`, "bin", "bun");
}

function runs(program: string): boolean {
  try {
    execFileSync(program, ["--version"], {stdio: "ignore"});
    return true;
  } catch {
    return false;
  }
}
