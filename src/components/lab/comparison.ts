import {MOST_PINS} from "../../lib/experiments/labState.js";
import {runId, type RunParameters} from "../../lib/experiments/parameters.js";
import type {Summary} from "../../lib/experiments/summary.js";
import {columnsOf, type RunColumns} from "../../lib/figures/live/runColumns.js";
import {formatEpoch, formatMeasured} from "../../lib/figures/numberFormat.js";
import {make} from "../dom.js";
import {labRun, type LabRun} from "./labRun.js";
import type {Rest} from "./protocol.js";
import {raised} from "./raised.js";
import type {PinnedRun} from "./view.js";

interface Pin extends PinnedRun {
  rest: Rest;
}

/** The runs that are pinned, and how they differ from the present one. */
export interface Comparison {
  element: HTMLElement;
  /** those whose curves are there */
  readonly pins: readonly PinnedRun[];
  /** all of them, those still being trained included */
  readonly wanted: readonly RunParameters[];
  /** pins the present run as it rests */
  pin(run: LabRun): Promise<void>;
  /** pins these runs and no others, training what is not there yet */
  set(runs: readonly RunParameters[]): void;
  /** shows the present run beside them */
  show(run: LabRun): void;
}

/**
 * @param changed is called when runs have been pinned or unpinned, or have been trained
 * @param open is called with a pinned run that is to become the present one
 */
export function comparison(changed: () => void, open: (parameters: RunParameters) => void): Comparison {
  const element = make("section", {class: "lab-compare", "aria-label": "Comparison"});
  let wanted: RunParameters[] = [];
  const trained = new Map<string, Omit<Pin, "letter">>();
  const training = new Map<string, LabRun>();

  const pins = (): Pin[] =>
    wanted.flatMap((parameters, i) => {
      const pin = trained.get(runId(parameters));
      return pin ? [{...pin, letter: "ABCD"[i]!}] : [];
    });

  function trainPin(parameters: RunParameters): void {
    const id = runId(parameters);
    if (trained.has(id) || training.has(id)) return;
    const run = labRun(parameters, {
      grown() {},
      changed() {
        if (!run.rest || run.rest.epoch < parameters.epochs) return;
        keep(parameters, run.columns, run.rest);
        end();
        changed();
      },
      failed: end,
      fellBack() {}
    });
    function end(): void {
      run.end();
      training.delete(id);
    }
    training.set(id, run);
    run.open(parameters, parameters.epochs);
  }

  function keep(parameters: RunParameters, columns: RunColumns, rest: Rest): void {
    const id = runId(parameters);
    trained.set(id, {id, parameters, columns, rest});
  }

  function set(runs: readonly RunParameters[]): void {
    wanted = runs.slice(0, MOST_PINS);
    for (const parameters of wanted) trainPin(parameters);
    changed();
  }

  function unpin(id: string): void {
    wanted = wanted.filter((parameters) => runId(parameters) !== id);
    changed();
  }

  return {
    element,
    get pins() {
      return pins();
    },
    get wanted() {
      return wanted;
    },
    set,
    async pin(run) {
      const {rest} = run;
      if (!rest || rest.epoch === 0) return;
      const {parameters} = rest;
      const columns = columnsOf(await run.history());
      if (wanted.length >= MOST_PINS || wanted.some((other) => runId(other) === runId(parameters))) return;
      keep(parameters, columns, rest);
      set([...wanted, parameters]);
    },
    show(run) {
      const shown = pins();
      const waiting = wanted.length - shown.length;
      element.replaceChildren();
      if (wanted.length === 0) return;
      element.append(make("h2", {}, "Compared"));
      if (waiting > 0)
        element.append(make("p", {}, `Training ${waiting === 1 ? "a pinned run" : `${waiting} pinned runs`} …`));
      element.append(differencesTable(run, shown, {open, unpin}));
    }
  };
}

const parameterNames: readonly (readonly [title: string, text: (parameters: RunParameters) => string])[] = [
  ["function to learn", ({target}) => target],
  ["hidden units", ({hidden}) => String(hidden)],
  [
    "learning rate",
    ({learningRate, rateChanges = []}) =>
      [String(learningRate), ...rateChanges.map(({epoch, rate}) => `${rate} from epoch ${formatEpoch(epoch)}`)].join(
        ", "
      )
  ],
  ["epochs", ({epochs}) => formatEpoch(epochs)],
  ["data", ({data}) => data],
  ["training points", ({trainSize}) => String(trainSize)],
  ["test points", ({testSize}) => String(testSize)],
  ["noise", ({noise = 0}) => String(noise)],
  ["initial weights", ({weights}) => weights],
  ["factor on them", ({weightScale}) => String(weightScale)],
  ["arithmetic", ({arithmetic = "binary64"}) => arithmetic],
  ["random rounding", ({rounding = "none"}) => rounding]
];

const resultNames: readonly (readonly [title: string, text: (summary: Summary) => string])[] = [
  ["last test error", ({lastTestLoss}) => formatMeasured(lastTestLoss)],
  ["lowest test error", ({lowestTestLoss}) => formatMeasured(lowestTestLoss)],
  ["at epoch", ({lowestTestEpoch}) => (lowestTestEpoch < 0 ? "none" : formatEpoch(lowestTestEpoch))],
  ["last training error", ({lastTrainLoss}) => formatMeasured(lastTrainLoss)],
  ["not finite from epoch", ({firstNonFiniteEpoch: epoch}) => (epoch === null ? "never" : formatEpoch(epoch))]
];

interface PinActions {
  open(parameters: RunParameters): void;
  unpin(id: string): void;
}

/** The parameters in which the runs differ, and all results. */
function differencesTable({planned, rest}: LabRun, pins: readonly Pin[], {open, unpin}: PinActions): HTMLElement {
  const present = rest?.parameters ?? planned;
  const parameters = [rest?.epoch === 0 ? planned : present, ...pins.map((pin) => pin.parameters)];
  const row = (title: string, cells: string[]) =>
    make(
      "tr",
      {},
      make("th", {scope: "row"}, title),
      ...cells.map((text) => make("td", {class: "number"}, ...raised(text)))
    );
  const differing = parameterNames.flatMap(([title, text]) => {
    const cells = parameters.map(text);
    return cells.some((cell) => cell !== cells[0]) ? [row(title, cells)] : [];
  });
  const results = resultNames.map(([title, text]) =>
    row(
      title,
      [rest, ...pins.map((pin) => pin.rest)].map((one) => (one ? text(one.summary) : "…"))
    )
  );
  const digests = row(
    "digest",
    [rest, ...pins.map((pin) => pin.rest)].map((one) => one?.digest.slice(0, 12) ?? "…")
  );
  const button = (text: string, label: string, press: () => void) => {
    const made = make("button", {type: "button", "aria-label": label}, text);
    made.addEventListener("click", press);
    return made;
  };
  const actions = make(
    "tr",
    {},
    make("td"),
    make("td"),
    ...pins.map(({id, letter, parameters}) =>
      make(
        "td",
        {class: "number"},
        button("Open", `Open run ${letter}`, () => open(parameters)),
        " ",
        button("Unpin", `Unpin run ${letter}`, () => unpin(id))
      )
    )
  );
  const head = make(
    "tr",
    {},
    make("td"),
    ...["this run", ...pins.map(({letter}) => letter)].map((name) => make("th", {scope: "col", class: "number"}, name))
  );
  const table = make(
    "table",
    {},
    make("caption", {}, "What differs, and what came of it"),
    make("thead", {}, head),
    make("tbody", {}, ...differing, ...results, digests, actions)
  );
  return make("div", {class: "table", tabindex: 0, role: "region", "aria-label": "Comparison of the runs"}, table);
}
