import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, test} from "vitest";
import {engines} from "../../lib/node/engines/engines.js";
import {engineScript} from "../../lib/node/engines/engineScript.js";
import {equality, type EqualityReport} from "./equality.js";

const RANDOM = 100;
const TIMEOUT = 300_000;
const equal: EqualityReport = {compared: RANDOM, failure: null};

let script: string;
beforeAll(async () => {
  script = await engineScript(fileURLToPath(new URL("equalityProgram.ts", import.meta.url)));
});

describe("the kernel has the reference's bits on random trainings", () => {
  test("in this Node", {timeout: TIMEOUT}, async () => expect(await equality(RANDOM)).toEqual(equal));

  for (const {key, name, slow, find} of engines)
    if (!slow && key !== "node-20")
      test(`in ${name}`, {timeout: TIMEOUT}, async ({skip}) => {
        const found = await find();
        if ("missing" in found) return skip(found.missing);
        expect((await found.ask<EqualityReport>(script, {numRuns: RANDOM})).report).toEqual(equal);
      });
});
