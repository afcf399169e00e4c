import {registry} from "../../lib/experiments/registry.js";
import {runId, type RunParameters} from "../../lib/experiments/parameters.js";
import {formatEpoch} from "../../lib/figures/numberFormat.js";
import {make} from "../dom.js";
import {steadyButton} from "../steadyButton.js";
import {keepFocus} from "./keepFocus.js";
import type {LabRun} from "./labRun.js";

/** What the reader asks of the present run as a whole. */
export interface RunActions {
  pin(): void;
  /** takes back a change of the rate */
  withoutChange(epoch: number): void;
  /** is told what has been found out about the digest */
  say(text: string): void;
}

/** The present run by name: its id, its digest, its changes of the rate, and how to cite it and take it away. */
export interface RunCard {
  element: HTMLElement;
  /** pins the run */
  pin: HTMLElement;
  show(run: LabRun, pinnable: boolean): void;
}

export function runCard(actions: RunActions): RunCard {
  const name = make("code", {class: "lab-id"});
  const digest = make("code", {class: "lab-digest"});
  const verdict = make("span", {class: "lab-verdict"});
  const changes = make("ul", {class: "lab-changes"});
  const pin = steadyButton("Pin this run", "Pin this run", actions.pin, "lab-pin");
  const seconds = make("span", {class: "lab-seconds"});
  const away = make("div", {class: "lab-away"});
  const element = make(
    "section",
    {class: "lab-run", "aria-label": "This run"},
    make("h2", {}, "This run"),
    make("p", {}, name, " ", pin.element),
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

  function showChanges({rateChanges = []}: RunParameters): void {
    const items = rateChanges.map(({epoch, rate}) => {
      const what = `rate ${rate} from epoch ${formatEpoch(epoch)}`;
      const back = steadyButton("take back", `Take back the ${what}`, () => actions.withoutChange(epoch));
      return make("li", {}, `${what} `, back.element);
    });
    keepFocus(changes, () => changes.replaceChildren(...items), pin.element);
  }

  async function compare(id: string, found: string): Promise<void> {
    verdict.textContent = "";
    delete verdict.dataset["state"];
    if (found === "" || !registry.some((entry) => entry.id === id)) return;
    const expected = await reportDigest(id).catch(() => undefined);
    if (shown !== found || expected === undefined) return;
    verdict.textContent = expected === found ? "identical to the report’s" : "not that of the report";
    verdict.dataset["state"] = expected === found ? "same" : "different";
    actions.say(`The digest is ${verdict.textContent}.`);
  }

  return {
    element,
    pin: pin.element,
    show(run, pinnable) {
      const {rest, planned} = run;
      const begun = rest !== undefined && rest.epoch > 0;
      seconds.textContent = begun ? `Trained in ${rest.seconds.toFixed(2)} s in this browser.` : "";
      if (begun) seconds.dataset["seconds"] = String(rest.seconds);
      name.textContent = runId(begun ? rest.parameters : planned);
      showChanges(planned);
      pin.enable(begun && pinnable);
      if (rest?.digest === shown) return;
      shown = begun ? rest.digest : "";
      digest.textContent = begun ? rest.digest : "when it has been trained";
      void compare(name.textContent, shown);
      if (begun)
        import("./takeAway.js").then(
          ({takeAway}) => shown === rest.digest && takeAway(away, run),
          () => (away.textContent = "This run’s files cannot be offered: the page could not fetch what makes them.")
        );
      else away.replaceChildren();
    }
  };
}

/** The digest of a run of the report; its reader is fetched with the manifest. */
async function reportDigest(id: string): Promise<string | undefined> {
  const {siteManifest} = await import("../siteManifest.js");
  return (await siteManifest()).runs.find((entry) => entry.id === id)?.digest;
}
