import {registry} from "../../lib/experiments/registry.js";
import {runId, type RunParameters} from "../../lib/experiments/parameters.js";
import {formatEpoch} from "../../lib/figures/numberFormat.js";
import {make} from "../dom.js";
import {manifestDigest} from "./manifestDigest.js";
import type {LabRun} from "./labRun.js";

/** What the reader asks of the present run as a whole. */
export interface RunActions {
  pin(): void;
  /** takes back a change of the rate */
  withoutChange(epoch: number): void;
}

/** The present run by name: its id, its digest, its changes of the rate, and how to cite it and take it away. */
export interface RunCard {
  element: HTMLElement;
  show(run: LabRun, pinnable: boolean): void;
}

export function runCard(actions: RunActions): RunCard {
  const name = make("code", {class: "lab-id"});
  const digest = make("code", {class: "lab-digest"});
  const verdict = make("span", {class: "lab-verdict"});
  const changes = make("ul", {class: "lab-changes"});
  const pin = make("button", {type: "button", class: "lab-pin"}, "Pin this run");
  pin.addEventListener("click", actions.pin);
  const seconds = make("span", {class: "lab-seconds"});
  const away = make("div", {class: "lab-away"});
  const element = make(
    "section",
    {class: "lab-run", "aria-label": "This run"},
    make("h2", {}, "This run"),
    make("p", {}, name, " ", pin),
    changes,
    make(
      "p",
      {class: "lab-digest-line"},
      make("abbr", {title: "Digest of all numbers of the run"}, "SHA-256"),
      " ",
      digest,
      " ",
      verdict
    ),
    make("p", {}, seconds),
    away
  );
  let shown = "";

  function showChanges(parameters: RunParameters): void {
    changes.replaceChildren(
      ...(parameters.rateChanges ?? []).map(({epoch, rate}) => {
        const take = make(
          "button",
          {type: "button", "aria-label": `Take back the rate ${rate} from epoch ${epoch}`},
          "take back"
        );
        take.addEventListener("click", () => actions.withoutChange(epoch));
        return make("li", {}, `rate ${rate} from epoch ${formatEpoch(epoch)} `, take);
      })
    );
  }

  async function compare(id: string, found: string): Promise<void> {
    verdict.textContent = "";
    if (found === "" || !registry.some((entry) => entry.id === id)) return;
    const expected = await manifestDigest(id).catch(() => undefined);
    if (shown !== found || expected === undefined) return;
    verdict.textContent = expected === found ? "identical to the report’s" : "not the report’s digest";
    verdict.dataset["state"] = expected === found ? "same" : "different";
  }

  return {
    element,
    show(run, pinnable) {
      const {rest, planned} = run;
      const begun = rest !== undefined && rest.epoch > 0;
      seconds.textContent = begun ? `Trained in ${rest.seconds.toFixed(2)} s in this browser.` : "";
      if (begun) seconds.dataset["seconds"] = String(rest.seconds);
      name.textContent = runId(begun ? rest.parameters : planned);
      showChanges(planned);
      pin.disabled = !begun || !pinnable;
      if (rest?.digest === shown) return;
      shown = begun ? rest.digest : "";
      digest.textContent = begun ? rest.digest : "when it has been trained";
      void compare(name.textContent, shown);
      if (begun) void import("./takeAway.js").then(({takeAway}) => shown === rest.digest && takeAway(away, run));
      else away.replaceChildren();
    }
  };
}
