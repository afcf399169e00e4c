import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import {compileKernel, kernelModule, kernelSource} from "../../lib/node/kernelBuild.js";

test("the kernel's source compiles to the bytes that are committed", async () => {
  expect(kernelModule(await compileKernel(), await kernelSource())).toBe(
    await readFile("lib/model/kernelBytes.ts", "utf8")
  );
});
