import {significantBits, type RunParameters} from "../experiments/parameters.js";
import type {History} from "../model/history.js";
import {RISE} from "./onset.js";
import {expectedAmplitude, type Swing} from "./roundingFloor.js";
import {lastEpoch, sharpnessAt, type SharpnessCourse} from "./sharpness.js";
import {distanceAtStart, energy, visibleFrom} from "./swing.js";

/**
 * What happens in a phase without visible instability:
 * - "steep": the first step of the run is already unstable, ηλ > 2;
 * - "calm": ηλ never passes 2 before the phase ends;
 * - "floor": when ηλ passes 2, the oscillation has sunk to the floor at which rounding keeps it;
 * - "remnant": when ηλ passes 2, an oscillation is left that is larger than rounding explains;
 * - "swinging": when ηλ passes 2, the oscillation is still a visible one, so nothing is to be predicted.
 */
export type PhaseKind = "steep" | "calm" | "floor" | "remnant" | "swinging";

/** A phase without visible instability: from the start of a run, or from the end of a spell, to the next onset. */
export interface Phase {
  kind: PhaseKind;
  /** its first epoch */
  from: number;
  /** the onset that ends it; null if the run ends first */
  onset: number | null;
  /** from this epoch on, up to the crossing or the end, the oscillation is as small as rounding allows; null if it is not */
  floor: number | null;
  /** the epoch at which ηλ passes 2 on its way up, for the last time before the onset; null if it does not */
  crossing: number | null;
  /** the largest ηλ of the phase */
  peak: {epoch: number; etaLambda: number};
  /** the predicted onset; null if none is predicted */
  predicted: number | null;
  /**
   * between which epochs the onset lies with a probability of 95 %, for a swing that grew from rounding errors; the later
   * is null if the swing may never become visible
   */
  range: readonly [number, number | null] | null;
  /** the expected amplitude, entry i at epoch `expectedFrom + i` */
  expectedFrom: number;
  expected: Float64Array;
}

/** What a run shows of its phases. */
export interface Observations {
  parameters: RunParameters;
  history: History;
  course: SharpnessCourse;
  /** of the oscillation, an entry an epoch */
  amplitude: Float64Array;
  trainLosses: Float64Array;
}

/**
 * An oscillation is as small as rounding allows when it is at most so many times as large as is expected of rounding, be
 * it that of the arithmetic or that of the record, which holds 53 bits of a number.
 */
const NEAR = 10;

/** The size of a normally distributed number, in standard deviations, is above the first in 2.5 % of all cases, and below the second in 2.5 %. */
const QUANTILES = [2.241402727604947, 0.03133798202142] as const;

/** Looks at the phase of a run that begins at an epoch and ends with an onset, or with the run. */
export function phaseOf(observations: Observations, from: number, onset: number | null): Phase {
  const {parameters, history, course, amplitude, trainLosses} = observations;
  const rate = parameters.learningRate;
  const bits = significantBits(parameters.arithmetic);
  const end = onset ?? lastEpoch(course) + 1;
  const etaLambda = (epoch: number) => rate * sharpnessAt(course, epoch);

  let crossing = from > 0 && etaLambda(from) > 2 ? from : null;
  let peak = from;
  for (let epoch = from + 1; epoch < end; ++epoch) {
    if (etaLambda(epoch) > 2 && etaLambda(epoch - 1) <= 2) crossing = epoch;
    if (etaLambda(epoch) > etaLambda(peak)) peak = epoch;
  }

  const calmUntil = end - 1;
  const recorded = Math.min(bits, significantBits(undefined));
  const rounding = expectedAmplitude(history, course, rate, {from, amplitude: 0, bits: recorded, calmUntil});
  let looked = crossing ?? calmUntil;
  while (looked > from && Number.isNaN(amplitude[looked])) --looked;
  let floor = looked + 1;
  while (floor > from && !(amplitude[floor - 1]! > NEAR * rounding[floor - 1 - from]!)) --floor;
  const sunk = floor <= looked;
  const kind = kindOf(observations, {from, crossing, sunk});

  const start = from === 0 ? distanceAtStart(history, course) : amplitude[from]!;
  const swing: Swing =
    kind === "remnant" || kind === "swinging"
      ? {from: crossing!, amplitude: amplitude[crossing!]!, bits, calmUntil}
      : {from, amplitude: start, bits, calmUntil};
  const expected = expectedAmplitude(history, course, rate, swing);
  const visible = (times: number) => visibleFrom(course, trainLosses, swing, expected, times);
  const predicted = kind === "swinging" ? null : visible(1);
  const [early, late] = QUANTILES.map(visible) as [number | null, number | null];
  return {
    kind,
    from,
    onset,
    floor: sunk ? floor : null,
    crossing,
    peak: {epoch: peak, etaLambda: etaLambda(peak)},
    predicted,
    range: kind === "floor" && early !== null ? [early, late] : null,
    expectedFrom: swing.from,
    expected: expected.slice(0, Math.max(end, predicted ?? 0) + 1 - swing.from)
  };
}

function kindOf(
  {parameters, course, amplitude, trainLosses}: Observations,
  {from, crossing, sunk}: {from: number; crossing: number | null; sunk: boolean}
): PhaseKind {
  if (from === 0 && parameters.learningRate * sharpnessAt(course, 0) > 2) return "steep";
  if (crossing === null) return "calm";
  if (sunk) return "floor";
  const visible = energy(sharpnessAt(course, crossing), amplitude[crossing]!) > RISE * trainLosses[crossing]!;
  return visible ? "swinging" : "remnant";
}
