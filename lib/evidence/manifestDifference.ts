import {CHECKPOINT_EPOCHS} from "../experiments/recorder.js";
import {blockText, differingBlock, type Block} from "./differingBlock.js";
import type {Manifest, ManifestRun} from "./manifest.js";

/** What is not as the manifest has it. */
export interface ManifestDifference {
  id: string;
  /**
   * `absent`: the manifest has no such run; `surplus`: it has one that the report does not; `numbers`: the history
   * differs; `checkpoints` and `summary`: these differ although the history's digest does not, so the manifest
   * contradicts itself.
   */
  kind: "absent" | "surplus" | "parameters" | "numbers" | "checkpoints" | "summary";
  /** where the numbers first differ, or what the first wrong checkpoint is for */
  block?: Block;
  /** what differs, without the run's id: the rest of a sentence that begins with it */
  text: string;
}

/**
 * How a run differs from its entry in the manifest; null if it is the same to the last bit.
 * @param expected the manifest's entry
 */
export function runDifference(expected: ManifestRun, actual: ManifestRun): ManifestDifference | null {
  const {id} = actual;
  const parameter = differingFact(expected.parameters, actual.parameters);
  if (parameter) return {id, kind: "parameters", text: `has other parameters than in the manifest: ${parameter}`};

  const {epochs} = actual.parameters;
  const block = differingBlock(expected, actual, epochs);
  if (block) {
    const last = block[0] >= actual.checkpoints.length * CHECKPOINT_EPOCHS;
    const rest = last
      ? " (all checkpoints agree: if nothing in that block does differ, the manifest’s digest was edited)"
      : "";
    return {id, kind: "numbers", block, text: `first differs from the manifest in ${blockText(block)}${rest}`};
  }

  const length = Math.max(expected.checkpoints.length, actual.checkpoints.length);
  for (let i = 0; i < length; ++i)
    if (expected.checkpoints[i] !== actual.checkpoints[i]) {
      const wrong: Block = [i * CHECKPOINT_EPOCHS, (i + 1) * CHECKPOINT_EPOCHS - 1];
      const text = `has the manifest’s digest, but not its checkpoint for ${blockText(wrong)}: the manifest was edited`;
      return {id, kind: "checkpoints", block: wrong, text};
    }
  const fact = differingFact(expected.summary, actual.summary);
  if (fact)
    return {
      id,
      kind: "summary",
      text: `has the manifest’s digest, but not its summary: ${fact}; the manifest was edited`
    };
  return null;
}

/** The first of two objects' facts that differs, in words. */
function differingFact(expected: object, actual: object): string | undefined {
  const there = new Map(Object.entries(expected));
  const here = new Map(Object.entries(actual));
  const name = [...new Set([...here.keys(), ...there.keys()])].find((key) => !Object.is(here.get(key), there.get(key)));
  return name && `${name} is ${String(here.get(name))} instead of ${String(there.get(name))}`;
}

/**
 * All differences between the runs of the report and the manifest, in the order of the runs.
 * @param expected what the manifest says
 * @param actual what the runs came to
 */
export function manifestDifferences(expected: Manifest, actual: readonly ManifestRun[]): ManifestDifference[] {
  const entries = new Map(expected.runs.map((run) => [run.id, run]));
  const ids = new Set(actual.map(({id}) => id));
  const differences = actual.map((run): ManifestDifference | null => {
    const entry = entries.get(run.id);
    if (!entry) return {id: run.id, kind: "absent", text: "is not in the manifest"};
    return runDifference(entry, run);
  });
  const surplus = expected.runs
    .filter(({id}) => !ids.has(id))
    .map(({id}): ManifestDifference => ({
      id,
      kind: "surplus",
      text: "is in the manifest, but is no run of the report"
    }));
  return [...differences.filter((difference) => difference !== null), ...surplus];
}
