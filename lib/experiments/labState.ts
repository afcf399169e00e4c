import {weightNames} from "../model/history.js";
import {requireHidden} from "./labLimits.js";
import {parseRunId, runId, type RunParameters} from "./parameters.js";

/** All that the address of the lab says: what is trained, what is compared with it, and what the panels show. */
export interface LabState {
  /** the run as it is planned, with the changes of its learning rate */
  run: RunParameters;
  /** how many of its epochs are trained; null for all */
  reached: number | null;
  /** the epoch that the panels show; null for the last that has been reached */
  epoch: number | null;
  /** the first and last epoch on the panels' axes; null for all */
  window: readonly [number, number] | null;
  /** runs whose curves are drawn beside, in this order */
  pins: readonly RunParameters[];
  /** the axis of errors and of gradients' norms */
  scale: AxisScale;
  /** whether each hidden unit's contribution to the learned function is drawn */
  units: boolean;
  /** the column of the weight that stands out in the network; null for none */
  weight: string | null;
}

export type AxisScale = "linear" | "log";

/** So many runs can be pinned. */
export const MOST_PINS = 4;

/** A run in the lab as its link opens it: trained to its end, nothing beside it. */
export function labState(run: RunParameters): LabState {
  return {
    run,
    reached: null,
    epoch: null,
    window: null,
    pins: [],
    scale: "log",
    units: false,
    weight: null
  };
}

/** The state as the query of an address, without its question mark; what is usual is left out. */
export function labQuery({run, reached, epoch, window, pins, scale, units, weight}: LabState): string {
  const query = new URLSearchParams({run: runId(run)});
  if (reached !== null) query.set("reached", String(reached));
  if (epoch !== null) query.set("epoch", String(epoch));
  if (window !== null) query.set("window", window.join("-"));
  for (const pin of pins) query.append("pin", runId(pin));
  if (scale !== "log") query.set("scale", scale);
  if (units) query.set("units", "shown");
  if (weight !== null) query.set("weight", weight);
  return query.toString();
}

/**
 * The state that a query says; the inverse of `labQuery`. What the lab does not know is passed over.
 * @returns null if the query names no run
 * @throws RangeError with a sentence if it says something that there cannot be
 */
export function parseLabQuery(text: string): LabState | null {
  const query = new URLSearchParams(text);
  const id = query.get("run");
  if (id === null) return null;
  const run = labRunOf(id);
  const pins = query.getAll("pin").map(labRunOf);
  if (pins.length > MOST_PINS)
    throw new RangeError(`The address pins ${pins.length} runs; the lab compares with ${MOST_PINS} at the most.`);
  return {
    run,
    reached: epochIn(query, "reached", run.epochs),
    epoch: epochIn(query, "epoch", run.epochs),
    window: windowIn(query, run.epochs),
    pins,
    scale: scaleIn(query),
    units: query.get("units") === "shown",
    weight: weightIn(query, run)
  };
}

/** The run of an id, as far as the lab takes it: nothing that an address says asks for more than the fields can. */
function labRunOf(id: string): RunParameters {
  const parameters = parseRunId(id);
  requireHidden(parameters.hidden);
  return parameters;
}

function epochIn(query: URLSearchParams, name: string, last: number): number | null {
  const text = query.get(name);
  if (text === null) return null;
  const epoch = Number(text);
  if (!/^\d+$/.test(text) || epoch > last)
    throw new RangeError(`The address says ${name}=${text}, which must be an epoch of the run: 0 to ${last}.`);
  return epoch;
}

function windowIn(query: URLSearchParams, last: number): [number, number] | null {
  const text = query.get("window");
  if (text === null) return null;
  const [, from, to] = /^(\d+)-(\d+)$/.exec(text)?.map(Number) ?? [];
  if (from === undefined || to === undefined || from >= to || to > last)
    throw new RangeError(
      `The address says window=${text}, which must be two epochs of the run, as in window=0-${last}.`
    );
  return [from, to];
}

function weightIn(query: URLSearchParams, {hidden}: RunParameters): string | null {
  const name = query.get("weight");
  if (name !== null && !weightNames(hidden).includes(name))
    throw new RangeError(
      `The address says weight=${name}, which must be a weight of the run, as in weight=V_${hidden - 1}.`
    );
  return name;
}

function scaleIn(query: URLSearchParams): AxisScale {
  const text = query.get("scale") ?? "log";
  if (text !== "linear" && text !== "log")
    throw new RangeError(`The address says scale=${text}, which must be linear or log.`);
  return text;
}
