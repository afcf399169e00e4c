import {labState, MOST_PINS, type LabState} from "../../lib/experiments/labState.js";
import {runId, validate, type RunParameters} from "../../lib/experiments/parameters.js";
import {zoomed} from "../../lib/figures/interaction.js";
import {formatEpoch, formatMeasured} from "../../lib/figures/numberFormat.js";
import {make} from "../dom.js";
import {asked, forgetAddress, hasMoved, writeAddress} from "./address.js";
import {announcer} from "./announcer.js";
import {charts} from "./charts.js";
import {comparison} from "./comparison.js";
import {divergenceText} from "./divergenceText.js";
import {labForm} from "./form.js";
import {inspector} from "./inspector.js";
import {frames} from "./frames.js";
import {labRun} from "./labRun.js";
import {networkChart} from "./networkChart.js";
import {labPanel, type LabPanel, type PanelContext} from "./panel.js";
import {raised} from "./raised.js";
import {runCard} from "./runCard.js";
import {hasSimd} from "./simd.js";
import {transport, type TransportAction} from "./transport.js";
import type {LabView} from "./view.js";
import {viewControls} from "./viewControls.js";

const FELL_BACK = "This browser cannot train in the background: the page trains by itself, which makes it slower.";
const NO_KERNEL =
  "This browser has no WebAssembly with SIMD: the reference loop trains instead, to the same bits, several times slower.";

/** Readers who want little motion see the charts anew at most once in so many ms. */
const CALM = 1000;

/** Numbers that change more often than this (ms) cannot be read. */
const BETWEEN_WORDS = 100;

/** Puts the lab into its place on the page. */
export function mount(place: HTMLElement): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let state: LabState = labState(asked().state.run);

  const form = labForm((parameters) => {
    if (runId(parameters) !== runId(run.planned)) begin(parameters);
  });
  const bar = transport(act);
  const look = viewControls(
    (choice) => show({...state, ...choice}),
    (factor) => {
      const full = [0, run.planned.epochs] as const;
      const window = zoomed(state.window ?? full, full, factor, state.epoch ?? run.epoch);
      show({...state, window: window[0] === 0 && window[1] === full[1] ? null : window});
    }
  );
  const card = runCard({
    pin: () => void pins.pin(run),
    say: (text) => voice.also(text),
    withoutChange(epoch) {
      const rateChanges = (run.planned.rateChanges ?? []).filter((change) => change.epoch !== epoch);
      const plan = {...run.planned};
      delete plan.rateChanges;
      begin(rateChanges.length > 0 ? {...plan, rateChanges} : plan);
    }
  });
  const pins = comparison(
    {
      changed() {
        pins.show(run);
        card.show(run, pins.wanted.length < MOST_PINS);
        show({...state, pins: pins.wanted});
      },
      open: begin,
      say: (text) => voice.also(text),
      failed: (sentence) => notice.append(`${sentence} `)
    },
    card.pin
  );
  const voice = announcer();
  const notice = make("p", {class: "lab-notice", "aria-live": "polite"});
  const trouble = make("p", {class: "lab-trouble", role: "alert"});
  const readout = make("p", {class: "lab-readout"});

  const context: PanelContext = {
    view,
    redraw: (panel) => drawing.ask(panel === network ? [panel, inspection] : [panel]),
    choose: (epoch) => show({...state, epoch: epoch >= run.epoch ? null : epoch})
  };
  const panels: LabPanel[] = charts.map((chart) => labPanel(chart, context));
  const network = panels[charts.indexOf(networkChart)]!;
  const inspected = inspector(network.place, (weight) => show({...state, weight}));
  network.element.append(inspected.element);
  const inspection = {
    get visible() {
      return network.visible;
    },
    draw() {
      const now = view();
      if (now) inspected.draw(now, network.place.clientWidth);
    }
  };
  let wordsLast = -Infinity;
  const words = {
    visible: true,
    draw() {
      const now = performance.now();
      if (run.goal !== undefined && now - wordsLast < BETWEEN_WORDS) return;
      wordsLast = now;
      bar.show(run, state.epoch, values());
      readout.replaceChildren(...raised(where()));
      if (run.goal !== undefined) voice.mention(where);
    }
  };
  const drawing = frames([words, ...panels, inspection], () => (calm.matches && run.goal !== undefined ? CALM : 0));

  const run = labRun(state.run, {
    grown: () => drawing.ask(),
    changed() {
      bar.show(run, state.epoch, values());
      form.show(run.planned);
      card.show(run, pins.wanted.length < MOST_PINS);
      pins.show(run);
      drawing.ask();
      if (run.rest) settle();
    },
    failed(reason) {
      trouble.textContent = reason;
    },
    fellBack() {
      notice.append(`${FELL_BACK} `);
    }
  });

  /** What the charts are drawn from; undefined while there is nothing to draw. */
  function view(): LabView | undefined {
    const {columns, planned, data} = run;
    if (!data || columns.rows === 0) return undefined;
    const row = columns.rowAt(state.epoch ?? Infinity);
    return {
      parameters: planned,
      columns,
      data,
      row,
      epoch: columns.column("test_loss").epochs[row]!,
      chosen: state.epoch !== null,
      window: state.window ?? [0, planned.epochs],
      scale: state.scale,
      units: state.units,
      weight: state.weight,
      pins: pins.pins,
      growing: run.goal !== undefined,
      detail: 1
    };
  }

  /** The errors of the epoch that is shown, in words; empty while there are none. */
  function values(): string {
    const now = view();
    if (!now) return "";
    const [test, train] = ["test_loss", "train_loss"].map((name) =>
      formatMeasured(now.columns.column(name).values[now.row]!)
    );
    return `Epoch ${formatEpoch(now.epoch)} of ${formatEpoch(run.planned.epochs)}: test error ${test}, training error ${train}.`;
  }

  /** The same, and what is kept of the run. */
  function where(): string {
    const {every} = run.columns;
    return every > 1
      ? `${values()} Of this long run one epoch in ${every} is kept; the digest is that of all.`
      : values();
  }

  /** The run has come to rest. */
  function settle(): void {
    const {rest} = run;
    if (!rest) return;
    const diverged = divergenceText(rest.divergence, rest.parameters.arithmetic);
    if (diverged) trouble.replaceChildren(...raised(diverged));
    voice.say(`${where()} ${diverged}`);
    const {epoch} = rest;
    state = {...state, run: run.planned, reached: epoch === run.planned.epochs ? null : epoch};
    if (state.epoch !== null && state.epoch > epoch) state = {...state, epoch: null};
    if (location.search !== "" || epoch > 0) writeAddress(state, "same");
  }

  /** Begins another run, at epoch 0. */
  function begin(parameters: RunParameters): void {
    trouble.textContent = "";
    state = {...state, run: parameters, reached: 0, epoch: null, window: null, weight: null};
    look.show(state, parameters.epochs);
    run.open(parameters);
    writeAddress(state, "new");
  }

  /** Shows the same run otherwise. */
  function show(changed: LabState): void {
    state = changed;
    look.show(state, run.planned.epochs);
    drawing.ask();
    writeAddress(state, "same");
  }

  function act(action: TransportAction): void {
    const {planned, epoch: reached, more} = run;
    switch (action.kind) {
      case "train": {
        const until = reached >= planned.epochs ? reached + more : planned.epochs;
        if (train(until, bar.pace(until - reached))) voice.say(`Training up to epoch ${formatEpoch(until)}.`);
        return;
      }
      case "pause":
        return run.pause();
      case "step":
        return void train(reached + action.epochs, Infinity);
      case "again":
        trouble.textContent = "";
        state = {...state, epoch: null};
        return run.open(planned);
      case "epoch":
        return show({...state, epoch: action.epoch});
      case "rate":
        return setRate(action.text);
    }
  }

  /** Trains up to an epoch and follows it, or says why not. */
  function train(until: number, pace: number): boolean {
    try {
      run.train(until, pace);
    } catch (error) {
      trouble.textContent = (error as Error).message;
      return false;
    }
    trouble.textContent = "";
    state = {...state, epoch: null};
    return true;
  }

  function setRate(text: string): void {
    try {
      const {learningRate} = validate({...run.planned, learningRate: Number(text)});
      bar.complain(undefined);
      run.setRate(learningRate);
    } catch (error) {
      bar.complain((error as Error).message);
    }
  }

  /** Goes where the address says. */
  function arrive(pace: (epochs: number) => number): void {
    const {state: wanted, problem} = asked();
    state = wanted;
    trouble.textContent = problem ?? "";
    look.show(state, state.run.epochs);
    if (pins.wanted.map(runId).join() !== state.pins.map(runId).join()) pins.set(state.pins);
    const {epochs} = state.run;
    const reached = state.reached ?? epochs;
    run.open(state.run, reached, pace(reached));
  }

  addEventListener("beforeprint", () => {
    for (const panel of panels) panel.draw();
  });
  addEventListener("popstate", () => {
    if (!hasMoved()) return;
    forgetAddress();
    arrive(() => Infinity);
  });

  const controls = make("details", {class: "lab-controls"}, make("summary", {}, "The run"), form.element);
  controls.open = !matchMedia("(max-width: 62rem)").matches;
  place.replaceChildren(
    controls,
    make(
      "div",
      {class: "lab-stage"},
      notice,
      trouble,
      make("div", {class: "lab-head"}, readout, look.element),
      make("div", {class: "lab-panels"}, ...panels.map(({element}) => element)),
      card.element,
      pins.element
    ),
    bar.element,
    voice.element
  );
  if (!hasSimd()) notice.append(NO_KERNEL);
  arrive((epochs) => bar.pace(epochs));
}
