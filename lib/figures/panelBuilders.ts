import type {TargetName} from "../model/target.js";
import type {Curve, EpochPanel, FunctionPanel, Learned, LearnedPanel, Panel} from "./panel.js";

/** The error of a run over its epochs. */
export function errorOf(id: string, run: string, title: string, columns = ["test_loss"]): EpochPanel {
  return {id, kind: "error", title, runs: [run], columns, scale: "log", axesHold: []};
}

/** Some weights of a run over its epochs. */
export function weightsOf(id: string, run: string, title: string, columns: string[]): EpochPanel {
  return {id, kind: "weights", title, runs: [run], columns, scale: "linear", axesHold: []};
}

/** What a run has learned. */
export function learnedOf(
  id: string,
  run: string,
  title: string,
  {at = "last", titleAtEpoch}: {at?: Learned["at"]; titleAtEpoch?: string} = {}
): LearnedPanel {
  return {id, kind: "learned", title, titleAtEpoch, runs: [run], run, at, axesHold: []};
}

/** A target function. */
export function functionOf(id: string, target: TargetName, title: string): FunctionPanel {
  return {id, kind: "function", title, runs: [], target};
}

/** The columns U[k][j] of the first `count` hidden units. */
export function U(count: number, ...inputs: (0 | 1)[]): string[] {
  return Array.from({length: count}, (_, k) => inputs.map((j) => `U_${k}_${j}`)).flat();
}

/** The columns V[from], V[from - 1], …, V[to]: the paper's order. */
export function V(from: number, to: number): string[] {
  return Array.from({length: from - to + 1}, (_, i) => `V_${from - i}`);
}

/** Gives the panels of each group the same axes. */
export function sharing(panels: Panel[], ...groups: string[][]): Panel[] {
  return panels.map((panel) => {
    const group = groups.find((ids) => ids.includes(panel.id));
    const others = panels.filter(({id}) => id !== panel.id && group?.includes(id));
    if (panel.kind === "learned") {
      const axesHold = others.flatMap((other): Learned[] => (other.kind === "learned" ? [other] : []));
      return {...panel, axesHold: axesHold.map(({run, at}) => ({run, at}))};
    }
    if (panel.kind !== "error" && panel.kind !== "weights") return panel;
    const axesHold = others.flatMap((other): Curve[] =>
      other.kind === panel.kind ? other.columns.map((column) => ({run: other.runs[0]!, column})) : []
    );
    return {...panel, axesHold};
  });
}

/** The panel with its axis of epochs cut off. */
export function shownUpTo(epoch: number, panel: EpochPanel): EpochPanel {
  return {...panel, epochs: [0, epoch]};
}
