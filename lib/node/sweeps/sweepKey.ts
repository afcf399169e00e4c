import {createHash} from "node:crypto";
import type {Sweep} from "../../evidence/sweeps/sweep.js";
import {codeDigest} from "../codeDigest.js";

/** What a run's result goes by: 32 hexadecimal digits, of its parameters and of the code that computes it. */
export async function runKey({module}: Pick<Sweep, "module">, id: string): Promise<string> {
  return sha256(`${await codeDigest(module)}\0${id}`).slice(0, 32);
}

/** What the results of a sweep go by: the keys of its runs, and the code that puts their results together. */
export async function sweepKey({name, module, columns, runs}: Sweep): Promise<string> {
  const codes = [await codeDigest(module), await codeDigest("evidence/sweeps/sweepResults.ts")];
  return sha256(JSON.stringify([...codes, name, columns, runs])).slice(0, 32);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
