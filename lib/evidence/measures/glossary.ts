import {CALM, RISE} from "../onset.js";
import {EXCEPTED, TOLERANCE, VISIBLE} from "./alike.js";
import {DRASTIC} from "./factor.js";
import {LATE} from "./learning.js";

/** A fraction in words, for the numbers that measures use. */
const fractions: ReadonlyMap<number, string> = new Map([
  [1 / 5, "a fifth"],
  [1 / 10, "a tenth"],
  [1 / 20, "a twentieth"],
  [1 / 50, "a fiftieth"],
  [1 / 1000, "a thousandth"]
]);

function words(fraction: number): string {
  const found = fractions.get(fraction);
  if (!found) throw new RangeError(`Say in lib/evidence/measures/glossary.ts how ${fraction} is read.`);
  return found;
}

/** What a word of the paper is measured by. */
export interface Entry {
  /** the words, as the paper uses them */
  title: string;
  /** what is measured, and from where on the word applies; markup */
  measure: string;
  /** why from there; markup */
  reason: string;
}

/** The words that claims use and that have to be measured, each defined once; the functions are those of this folder. */
export const glossary = {
  digits: {
    title: "the same digits",
    measure: "Our number, rounded to as many digits as the paper prints, reads as it is printed.",
    reason: "Nothing less can be called the same result, and a run that stays stable leaves no room for another one."
  },
  stable: {
    title: "stable, onset of instability",
    measure: `A run is stable as long as its training error never rises by more than ${words(RISE)} of itself in one epoch. The first epoch at which it does is the onset; a spell of instability is over after ${CALM} epochs without such a rise.`,
    reason:
      "A small enough step of gradient descent lowers the training error. Rounding moves it by far less than this, a step that is too large by far more within a few epochs."
  },
  oscillates: {
    title: "oscillates",
    measure:
      "Learning oscillates if at more than half of the epochs the step of the weights goes back: its scalar product with the step before is negative. A single weight does if its curve turns, from rising to falling or the reverse, at more than half of them.",
    reason:
      "The paper itself explains oscillations so: gradient descent takes too large a step and overshoots, each time. A step that goes back has overshot. A smooth course has next to none of them, one that swings to and fro has little else."
  },
  alike: {
    title: "about, approximately the same, similar curves",
    measure: `Numbers differ by at most ${words(TOLERANCE)} of the larger. Curves differ by at most ${words(TOLERANCE)} of the height of the plot that holds them, at all but ${words(EXCEPTED)} of the epochs; errors are compared on the logarithmic scale on which they are plotted.`,
    reason:
      "One tolerance for all such words. The paper judges by its plots; the page shows the measured distance, so that who wants another tolerance can apply it."
  },
  visible: {
    title: "visible, the same output",
    measure: `A difference is visible if it is at least ${words(VISIBLE)} of the height of the plot.`,
    reason: "This is about the thickness of a drawn line."
  },
  twins: {
    title: "duplicates, doing the same thing",
    measure:
      "All three weights of the hidden units ($U_{k,0}$, $U_{k,1}$ and $V_k$) run along similar curves, from the first epoch to the last; the height is that of the plot of this weight of all of them.",
    reason: "Units with the same weights have the same value and add the same amount to the output."
  },
  shape: {
    title: "keeps its shape, evolves alike",
    measure: "The correlation of the two curves over the epochs is at least nine tenths.",
    reason: "Correlation is 1 for curves of one shape, whatever their heights and offsets."
  },
  magnitude: {
    title: "magnitude of a weight",
    measure: "The furthest that its curve gets from 0.",
    reason: "It is what decides the scale of its plot."
  },
  factor: {
    title: "doubles, halves, two times slower",
    measure: "The factor, rounded to a whole number, is the one that the word names; “almost” if it is below it.",
    reason: "A factor that is nearer to another whole number would be called by that."
  },
  drastic: {
    title: "drastically, sharply, very different, rapidly",
    measure: `A factor of at least ${DRASTIC}; a drop or a rise is sharp or rapid if it takes at most a twentieth of the run.`,
    reason:
      "It is the smallest change that moves a number of the error plots’ logarithmic axes to another power of ten."
  },
  stagnates: {
    title: "stagnates",
    measure: `Over the last ${words(LATE).replace("a ", "")} of its epochs the error improves by less than the paper’s own :paper[long-change].`,
    reason: "The paper gives this measure for one run, from epoch 8000 to 10,000; it is taken over for all."
  },
  learned: {
    title: "learns, fails to learn, sensible, reasonable",
    measure:
      "The part of the target that is learned is 1 less the error divided by that of the best constant answer. A network has learned something sensible if it is more than half, a reasonable approximation if it is at least nine tenths; with half or less it has failed.",
    reason: "It is the coefficient of determination, usual in regression."
  },
  better: {
    title: "better, much better",
    measure: "A lower test error; much better if it is at most half.",
    reason: "The paper itself counts halving an error as progress worth a larger network."
  },
  overflow: {
    title: "overflow",
    measure: "A training or test error that is not a finite number.",
    reason: "It is what the number format makes of a number that is too large for it."
  },
  impact: {
    title: "matters more, more impact",
    measure:
      "Random numbers matter as much as the last test errors of runs that differ in nothing else are spread: the mean difference of the decimal logarithms of two of them, each run measured on its own test set. One source matters more than another if the difference of their spreads is above 0 with its whole interval of 95 %, found by resampling the runs.",
    reason:
      "Errors differ by factors, so their logarithms are compared; and a handful of runs, or an interval that holds 0, would tell nothing."
  },
  cost: {
    title: "costs, takes time",
    measure: "The additions, subtractions, multiplications and divisions of the definition of a run, counted.",
    reason: "Counts are the same on every machine. Seconds are quoted from a benchmark and decide nothing."
  }
} as const satisfies Readonly<Record<string, Entry>>;

export type Term = keyof typeof glossary;
