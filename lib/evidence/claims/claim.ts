import type {Term} from "../measures/glossary.js";
import type {Evidence} from "./evidence.js";

/** How a measured number is meant to be read. */
export type Unit = "loss" | "weight" | "epochs" | "count" | "seconds" | "share" | "factor" | "correlation" | "decades";

/** A measured number; one that is not finite means that there is none. */
export interface Quantity {
  value: number;
  unit: Unit;
}

/** What measuring a claim has come to. */
export interface Finding {
  /** whether what was measured is as the claim says, the paper's printed digits apart */
  holds: boolean;
  /** the measured numbers, by names that the sentences use in braces */
  quantities: Readonly<Record<string, Quantity>>;
  /** a sentence or two that say what was measured, true whatever it came to; markup, with `{name}` for a number */
  measured: string;
  /** what holds instead of a claim that does not, or what goes with one that does; markup, with `{name}` for a number */
  instead?: string;
}

/** The section of the paper that a claim belongs to. */
export type Section = "3" | "4.1" | "4.2" | "5" | "A";

/** What shows a claim outside the catalogue's panels. */
export type Chart =
  /** the test errors of runs over their epochs, on axes of the same length */
  | {kind: "errors"; runs: readonly string[]}
  /** a figure or a table of a page, by its id there */
  | {kind: "shown"; page: string; id: string};

/** A sentence of the paper about its experiments. */
export interface Claim {
  id: string;
  section: Section;
  /** where in the section, such as a figure; empty for its running text */
  place: string;
  /** the sentence in our words; markup */
  statement: string;
  /** keys of the numbers in data/paper.json whose digits have to be ours too */
  digits: readonly string[];
  /** keys of other numbers that the paper prints in this place */
  numbers: readonly string[];
  /** the words of the statement that the glossary defines */
  terms: readonly Term[];
  /** the ids of the panels that show it, such as `3a` */
  panels: readonly string[];
  /** what else shows it; a claim has a panel or one of these */
  charts: readonly Chart[];
  /** the page that goes into it, where one does */
  page?: string;
  /** the ids of the runs that it is measured on */
  runs: readonly string[];
  /** whether it is about random numbers that the paper did not seed; it is then measured on stand-ins */
  unseeded?: true;
  measure(evidence: Evidence): Finding;
}

/** A claim of which most fields are as usual. */
export function claim(entry: Pick<Claim, "id" | "section" | "statement" | "measure" | "runs"> & Partial<Claim>): Claim {
  return {place: "", digits: [], numbers: [], terms: [], panels: [], charts: [], ...entry};
}

/** The test errors of these runs. */
export function errorsOf(...runs: string[]): Chart {
  return {kind: "errors", runs};
}

/** A figure or a table that a page shows. */
export function shownOn(page: string, id: string): Chart {
  return {kind: "shown", page, id};
}

function measuredIn(unit: Unit): (value: number) => Quantity {
  return (value) => ({value, unit});
}

export const inLoss = measuredIn("loss");
export const inWeight = measuredIn("weight");
export const inEpochs = measuredIn("epochs");
export const inCount = measuredIn("count");
export const inSeconds = measuredIn("seconds");
/** a part of 1, to be read in per cent */
export const asShare = measuredIn("share");
export const asFactor = measuredIn("factor");
export const asCorrelation = measuredIn("correlation");
/** a difference of decimal logarithms, to be read as the factor that it is */
export const inDecades = measuredIn("decades");
