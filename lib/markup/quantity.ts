import type {Snapshot, SnapshotWeights} from "../experiments/snapshot.js";
import type {Summary} from "../experiments/summary.js";
import {fragment, type Html} from "./fragment.js";
import {epochText, fixedText, measuredText, scientificText} from "./numberText.js";

/** How a quantity's number is printed when the page does not say. */
type Kind = "loss" | "epoch";

const SUMMARY: Record<keyof Summary, Kind> = {
  lastTestLoss: "loss",
  lowestTestLoss: "loss",
  lowestTestEpoch: "epoch",
  lastTrainLoss: "loss",
  lowestTrainLoss: "loss",
  lowestTrainEpoch: "epoch",
  firstNonFiniteEpoch: "epoch"
};

const WEIGHT = /^(?:U_(?<unit>\d+)_(?<input>[01])|V_(?<output>\d+))@(?<when>last|lowest)$/;

/**
 * The number that a quantity's name stands for: a field of the run's summary, `epochs`, or a weight such as `U_1_0@last`
 * or `V_0@lowest` (after the last epoch, at the lowest test loss).
 * @returns NaN where the run has no finite number
 * @throws Error if the run has no such quantity
 */
export function quantity(snapshot: Snapshot, name: string): number {
  if (name === "epochs") return snapshot.parameters.epochs;
  if (Object.hasOwn(SUMMARY, name)) {
    const value = snapshot.summary[name as keyof Summary];
    if (value === null && name === "firstNonFiniteEpoch")
      throw new Error(`${snapshot.id} stays finite, so it has no firstNonFiniteEpoch.`);
    return value ?? NaN;
  }
  const groups = WEIGHT.exec(name)?.groups;
  if (!groups)
    throw new Error(
      `“${name}” is no quantity; use ${Object.keys(SUMMARY).join(", ")}, epochs, digest or a weight like V_0@last.`
    );
  const value = weight(snapshot.weights[groups["when"] as "last" | "lowest"], groups);
  if (value === undefined) throw new Error(`${snapshot.id} has no weight ${name.split("@")[0]!}.`);
  return value ?? NaN;
}

function weight({U, V}: SnapshotWeights, groups: Record<string, string | undefined>): number | null | undefined {
  const {unit, input, output} = groups;
  return output === undefined ? U[2 * Number(unit) + Number(input)] : V[Number(output)];
}

/**
 * A quantity's number as text.
 * @param format the number of decimals, fixed as in `.6f` or scientific as in `.2e`; else epochs are whole and the rest
 * has the paper's four decimals
 */
export function quantityText(value: number, name: string, format?: string): Html {
  if (!Number.isFinite(value)) return fragment`not finite`;
  const match = /^\.(\d{1,2})([ef])$/.exec(format ?? "");
  if (format !== undefined && !match) throw new Error(`“${format}” is no format; write .4f or .1e.`);
  if (match) return (match[2] === "f" ? fixedText : scientificText)(value, Number(match[1]));
  return isEpoch(name) ? epochText(value) : measuredText(value);
}

function isEpoch(name: string): boolean {
  return name === "epochs" || SUMMARY[name as keyof Summary] === "epoch";
}
