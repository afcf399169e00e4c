import type {Sweep} from "../../evidence/sweeps/sweep.js";
import {codeDigest} from "../codeDigest.js";
import {sumOf} from "../fileSum.js";

/** What a run's result goes by: 32 hexadecimal digits, of its parameters and of the code that computes it. */
export async function runKey({module}: Pick<Sweep, "module">, id: string): Promise<string> {
  return sumOf(`${await codeDigest(module)}\0${id}`).slice(0, 32);
}

/** What the results of a sweep go by: the keys of its runs, and the code that puts their results together. */
export async function sweepKey({name, module, columns, runs}: Sweep): Promise<string> {
  const codes = [await codeDigest(module), await codeDigest("evidence/sweeps/sweepResults.ts")];
  return sumOf(JSON.stringify([...codes, name, columns, runs])).slice(0, 32);
}
