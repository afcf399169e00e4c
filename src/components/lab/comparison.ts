import {MOST_PINS} from "../../lib/experiments/labState.js";
import {runId, type RunParameters} from "../../lib/experiments/parameters.js";
import type {Summary} from "../../lib/experiments/summary.js";
import {columnsOf, type RunColumns} from "../../lib/figures/live/runColumns.js";
import {formatEpoch, formatMeasured} from "../../lib/figures/numberFormat.js";
import {make} from "../dom.js";
import {steadyButton} from "../steadyButton.js";
import {keepFocus} from "./keepFocus.js";
import {labRun, type LabRun} from "./labRun.js";
import {runName} from "./presets.js";
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
  /** pins the present run as it rests; does nothing if the trainer fails, which it says itself */
  pin(run: LabRun): Promise<void>;
  /** pins these runs and no others, training what is not there yet */
  set(runs: readonly RunParameters[]): void;
  /** shows the present run beside them */
  show(run: LabRun): void;
}

/** What the comparison needs of the lab. */
export interface ComparisonListener {
  /** runs have been pinned or unpinned, or have been trained */
  changed(): void;
  /** a pinned run is to become the present one */
  open(parameters: RunParameters): void;
  /** says something to a screen reader */
  say(text: string): void;
  /** a pinned run cannot be trained */
  failed(sentence: string): void;
}

/** @param home takes the focus when the last run has been unpinned */
export function comparison({changed, open, say, failed}: ComparisonListener, home: HTMLElement): Comparison {
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
        end(id);
        changed();
        say(`The pinned run ${pins().find((pin) => pin.id === id)?.letter} has been trained.`);
      },
      failed(reason) {
        failed(`The pinned run ${id} could not be trained: ${reason}`);
        drop(id);
      },
      fellBack() {}
    });
    training.set(id, run);
    run.open(parameters, parameters.epochs);
    say(`Training the pinned run ${runName(parameters)}.`);
  }

  function end(id: string): void {
    training.get(id)?.end();
    training.delete(id);
  }

  function keep(parameters: RunParameters, columns: RunColumns, rest: Rest): void {
    const id = runId(parameters);
    trained.set(id, {id, parameters, columns, rest});
  }

  function set(runs: readonly RunParameters[]): void {
    wanted = runs.slice(0, MOST_PINS);
    const ids = new Set(wanted.map(runId));
    // What is not wanted any more is not kept: memory stays bounded.
    for (const id of trained.keys()) if (!ids.has(id)) trained.delete(id);
    for (const id of training.keys()) if (!ids.has(id)) end(id);
    for (const parameters of wanted) trainPin(parameters);
    changed();
  }

  function drop(id: string): void {
    set(wanted.filter((parameters) => runId(parameters) !== id));
  }

  function unpin({id, letter}: Pin): void {
    drop(id);
    say(`Run ${letter} is unpinned.`);
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
      const history = await run.history().catch(() => undefined);
      if (!history) return;
      const columns = columnsOf(history);
      if (wanted.some((other) => runId(other) === runId(parameters))) return say("This run is pinned already.");
      if (wanted.length >= MOST_PINS) return;
      keep(parameters, columns, rest);
      set([...wanted, parameters]);
      say(`Pinned as run ${pins().at(-1)!.letter}.`);
    },
    show(run) {
      const shown = pins();
      const waiting = wanted.length - shown.length;
      const content: HTMLElement[] = [];
      if (wanted.length > 0) content.push(make("h2", {}, "Compared"));
      if (waiting > 0)
        content.push(make("p", {}, `Training ${waiting === 1 ? "a pinned run" : `${waiting} pinned runs`} …`));
      if (wanted.length > 0) content.push(differencesTable(run, shown, {open, unpin}));
      keepFocus(element, () => element.replaceChildren(...content), home);
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
  unpin(pin: Pin): void;
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
  const actions = make(
    "tr",
    {},
    make("td"),
    make("td"),
    ...pins.map((pin) =>
      make(
        "td",
        {class: "number"},
        steadyButton("Open", `Open run ${pin.letter}`, () => open(pin.parameters)).element,
        " ",
        steadyButton("Unpin", `Unpin run ${pin.letter}`, () => unpin(pin)).element
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
