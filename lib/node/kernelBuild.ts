import {execFile} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {writeAtomically} from "./atomicFile.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sources = join(root, "lib", "model", "kernel");
const product = join(root, "lib", "model", "kernelBytes.ts");

/** No assertions, no runtime library: the kernel allocates nothing and checks nothing. */
const options = ["--optimize", "--optimizeLevel", "3", "--noAssert", "--runtime", "stub", "--enable", "simd"];

/**
 * Compiles lib/model/kernel, AssemblyScript, to a WebAssembly module. The same source and compiler give the same bytes.
 * @throws Error with the compiler's message
 */
export async function compileKernel(): Promise<Uint8Array> {
  const compiler = join(root, "node_modules", "assemblyscript", "bin", "asc.js");
  const folder = await mkdtemp(join(tmpdir(), "kernel-"));
  try {
    const file = join(folder, "kernel.wasm");
    const words = [compiler, join(sources, "training.ts"), "--outFile", file, ...options];
    await promisify(execFile)(process.execPath, words);
    return await readFile(file);
  } catch (error) {
    const {stderr = String(error)} = error as {stderr?: string};
    throw new Error(`The kernel does not compile:\n${stderr}`, {cause: error});
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** A digest of all that decides the compiled kernel: the source, the options and the compiler's version. */
export async function kernelSource(): Promise<string> {
  const hash = createHash("sha256").update(options.join(" "));
  const files = (await readdir(sources)).sort().map((name) => join(sources, name));
  for (const file of [...files, join(root, "node_modules", "assemblyscript", "package.json")])
    hash.update(await readFile(file));
  return hash.digest("hex").slice(0, 32);
}

/**
 * The text of the module that holds the kernel: a module, for browsers, workers and Node to import it alike.
 * @param source what `kernelSource` gave
 */
export function kernelModule(bytes: Uint8Array, source: string): string {
  return `// Written by npm run build from lib/model/kernel: do not edit.
${noteOf(source)}

/** The compiled kernel, a WebAssembly module in base64. */
export const kernelBytes =
  "${Buffer.from(bytes).toString("base64")}";
`;
}

function noteOf(source: string): string {
  return `// Source: ${source}`;
}

/**
 * Compiles the kernel into lib/model/kernelBytes.ts, if that does not say that it comes from the present source.
 * @param always compiles it whatever the module says
 * @returns whether the module has changed
 */
export async function buildKernel(always = false): Promise<boolean> {
  const source = await kernelSource();
  const present = await readFile(product, "utf8").catch(() => "");
  if (!always && present.includes(`\n${noteOf(source)}\n`)) return false;
  const text = kernelModule(await compileKernel(), source);
  if (text === present) return false;
  await writeAtomically(product, [text]);
  return true;
}
