import {randomInt} from "node:crypto";

/** What repeating some of what is recorded has shown. */
export interface PartRepeated {
  repeated: number;
  of: number;
  /** a sentence for each run, or file, that is not as recorded */
  findings: string[];
}

/** One in so many entries of a list, rounded up, chosen at random. */
export function randomPart<Entry>(list: readonly Entry[], oneIn: number): Entry[] {
  const left = [...list];
  return Array.from({length: Math.ceil(list.length / oneIn)}, () => left.splice(randomInt(left.length), 1)[0]!);
}
