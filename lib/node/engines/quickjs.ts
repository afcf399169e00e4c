import {readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Engine} from "./engine.js";
import {fetchedPackages} from "./fetchedPackages.js";

const VARIANT = "@jitl/quickjs-ng-wasmfile-release-sync";

/** The part of quickjs-emscripten-core that is used here. */
interface Handle {
  dispose(): void;
}
interface Context {
  runtime: {executePendingJobs(): {dispose(): void}};
  evalCode(code: string, file: string): unknown;
  unwrapResult(result: unknown): Handle;
  resolvePromise(promise: Handle): Promise<unknown>;
  newString(text: string): Handle;
  getString(handle: Handle): string;
  setProp(object: Handle, name: string, value: Handle): void;
  global: Handle;
  dispose(): void;
}
interface QuickJS {
  newQuickJSWASMModuleFromVariant(variant: unknown): Promise<{newContext(): Context}>;
}

/** QuickJS-ng, an interpreter, compiled to WebAssembly, which Node runs. */
export async function quickjs(): Promise<Engine> {
  const load = await fetchedPackages();
  const {newQuickJSWASMModuleFromVariant} = load("quickjs-emscripten-core") as QuickJS;
  const version = await versionIn(dirname(load.resolve(`${VARIANT}/package.json`)));

  return {
    async ask<Report>(script: string, task: object) {
      const context = (await newQuickJSWASMModuleFromVariant(load(VARIANT))).newContext();
      try {
        context.unwrapResult(context.evalCode(script, "script.js")).dispose();
        const input = context.newString(JSON.stringify(task));
        context.setProp(context.global, "task", input);
        input.dispose();
        const promise = context.unwrapResult(context.evalCode("answer(task)", "ask.js"));
        const settled = context.resolvePromise(promise);
        context.runtime.executePendingJobs().dispose();
        const report = context.unwrapResult(await settled);
        promise.dispose();
        const text = context.getString(report);
        report.dispose();
        return {version, report: JSON.parse(text) as Report};
      } finally {
        context.dispose();
      }
    }
  };
}

/** The engine cannot say its own version; the package's README does. */
async function versionIn(folder: string): Promise<string> {
  const readme = await readFile(join(folder, "README.md"), "utf8");
  const match = /Version \[v([\d.]+)\]\(https:\/\/github.com\/quickjs-ng\//.exec(readme);
  if (!match) throw new Error(`${VARIANT} no longer says which QuickJS-ng it holds: see lib/node/engines/quickjs.ts.`);
  return match[1]!;
}
