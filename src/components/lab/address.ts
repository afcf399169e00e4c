import {labQuery, labState, parseLabQuery, type LabState} from "../../lib/experiments/labState.js";
import {standard} from "../../lib/experiments/parameters.js";

/** What the address of the page asks for. */
export interface Asked {
  state: LabState;
  /** what is wrong with the address; undefined if nothing is */
  problem: string | undefined;
}

/** With this the lab begins where its address names no run. */
const first: LabState = {...labState(standard("f1", 3, 1, 1000)), reached: 0};

/** The query that the lab has read or written last. */
let known = "";

/** Whether the address is of another run or view now, not only of another place on the page. */
export function hasMoved(): boolean {
  return location.search !== known;
}

/** Reads the page's address. */
export function asked(): Asked {
  known = location.search;
  passing = undefined;
  try {
    return {state: parseLabQuery(location.search) ?? first, problem: undefined};
  } catch (error) {
    return {state: first, problem: (error as Error).message};
  }
}

/** The address of a state, on this page. */
export function addressOf(state: LabState): string {
  return `${location.pathname}?${labQuery(state)}${location.hash}`;
}

/** So long (ms) the address waits for more changes: browsers refuse too many. */
const DELAY = 400;

/** What is chosen for less than this (ms) and never trained, as while a slider moves, is no step to go back to. */
const PASSING = 1000;

let waiting: {timer: ReturnType<typeof setTimeout>; state: LabState} | undefined;

/** When the last entry of the history was made; undefined if its run has been trained. */
let passing: number | undefined;

/** Puts the state into the address: as a new entry of the history where the reader has chosen another run. */
export function writeAddress(state: LabState, entry: "new" | "same"): void {
  if (entry === "same") {
    forgetAddress();
    if (state.reached !== 0) passing = undefined;
    waiting = {state, timer: setTimeout(writeWaiting, DELAY)};
    return;
  }
  writeWaiting();
  const now = performance.now();
  const way = passing !== undefined && now - passing < PASSING ? "replaceState" : "pushState";
  passing = now;
  put(state, way);
}

/** Writes no more of what is still waiting, for the reader has gone to another address. */
export function forgetAddress(): void {
  clearTimeout(waiting?.timer);
  waiting = undefined;
}

function writeWaiting(): void {
  const state = waiting?.state;
  forgetAddress();
  if (state) put(state, "replaceState");
}

function put(state: LabState, way: "pushState" | "replaceState"): void {
  history[way](null, "", addressOf(state));
  known = location.search;
}
