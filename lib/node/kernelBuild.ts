import {execFile} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {constants, setPriority, tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {writeAtomically} from "./atomicFile.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sources = join(root, "lib", "model", "kernel");
const product = join(root, "lib", "model", "kernelBytes.ts");
const stamp = join(root, ".cache", "kernel");

/** No assertions, no runtime library: the kernel allocates nothing and checks nothing. */
const options = ["--optimize", "--optimizeLevel", "3", "--noAssert", "--runtime", "stub", "--enable", "simd"];

/**
 * Compiles lib/model/kernel, AssemblyScript, to a WebAssembly module. The same source and compiler give the same bytes.
 * @param priority of the compiler, as the operating system counts it
 * @throws Error with the compiler's message
 */
export async function compileKernel(priority: number = constants.priority.PRIORITY_NORMAL): Promise<Uint8Array> {
  const compiler = join(root, "node_modules", "assemblyscript", "bin", "asc.js");
  const folder = await mkdtemp(join(tmpdir(), "kernel-"));
  try {
    const file = join(folder, "kernel.wasm");
    const words = [compiler, join(sources, "training.ts"), "--outFile", file, ...options];
    const compiled = promisify(execFile)(process.execPath, words);
    if (compiled.child.pid !== undefined) setPriority(compiled.child.pid, priority);
    await compiled;
    return await readFile(file);
  } catch (error) {
    const {stderr = String(error)} = error as {stderr?: string};
    throw new Error(`The kernel does not compile:\n${stderr}`, {cause: error});
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** The text of the module that holds the kernel: a module, for browsers, workers and Node to import it alike. */
export function kernelModule(bytes: Uint8Array): string {
  return `// Written by npm run build from lib/model/kernel: do not edit.

/** The compiled kernel, a WebAssembly module in base64. */
export const kernelBytes =
  "${Buffer.from(bytes).toString("base64")}";
`;
}

/**
 * Compiles the kernel into lib/model/kernelBytes.ts, unless both are what they were after the last time. All else goes
 * first, for a build needs the kernel last.
 * @returns whether the module has changed
 */
export async function buildKernel(): Promise<boolean> {
  if ((await readFile(stamp, "utf8").catch(() => "")) === (await state())) return false;
  const text = kernelModule(await compileKernel(constants.priority.PRIORITY_LOW));
  const changed = (await readFile(product, "utf8").catch(() => "")) !== text;
  if (changed) await writeAtomically(product, [text]);
  await writeAtomically(stamp, [await state()]);
  return changed;
}

/** A digest of the source, the product, the options and the compiler's version. */
async function state(): Promise<string> {
  const hash = createHash("sha256").update(options.join(" "));
  const files = (await readdir(sources)).sort().map((name) => join(sources, name));
  for (const file of [...files, product, join(root, "node_modules", "assemblyscript", "package.json")])
    hash.update(await readFile(file).catch(() => ""));
  return hash.digest("hex");
}
