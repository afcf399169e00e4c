import {labQuery, labState, parseLabQuery, type LabState} from "../../lib/experiments/labState.js";
import {standard} from "../../lib/experiments/parameters.js";

/** What the address of the page asks for. */
export interface Asked {
  state: LabState;
  /** whether the address names a run, which is then trained at once */
  named: boolean;
  /** what is wrong with the address; undefined if nothing is */
  problem: string | undefined;
}

/** With this the lab begins where its address names no run. */
const first: LabState = {...labState(standard("f1", 3, 1, 1000)), reached: 0};

/** Reads the page's address. */
export function asked(): Asked {
  try {
    const state = parseLabQuery(location.search);
    return {state: state ?? first, named: state !== null, problem: undefined};
  } catch (error) {
    return {state: first, named: false, problem: (error as Error).message};
  }
}

/** The address of a state, on this page. */
export function addressOf(state: LabState): string {
  return `${location.pathname}?${labQuery(state)}${location.hash}`;
}

/** So long (ms) the address waits for more changes: browsers refuse too many. */
const DELAY = 400;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Puts the state into the address: as a new entry of the history where the reader has chosen another run. */
export function writeAddress(state: LabState, entry: "new" | "same"): void {
  clearTimeout(waiting);
  const address = addressOf(state);
  if (entry === "new") history.pushState(null, "", address);
  else waiting = setTimeout(() => history.replaceState(null, "", address), DELAY);
}

/** Writes no more of what is still waiting, for the reader has gone to another address. */
export function forgetAddress(): void {
  clearTimeout(waiting);
}
