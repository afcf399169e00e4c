import {driftOf, type Drift} from "../lib/evidence/drift.js";
import {summarise} from "../lib/experiments/summary.js";
import {drawDrift} from "../lib/figures/driftCharts.js";
import {formatMeasured} from "../lib/figures/numberFormat.js";
import type {History} from "../lib/model/history.js";
import type {Courses, DriftReply} from "./drift.worker.js";
import {make} from "./dom.js";
import {task} from "./task.js";
import {NO_WORKERS} from "./verification.js";

const LIVE = {other: "Math.exp here", cause: "Caused by this browser’s own exponential,"};

/**
 * “Compare with this browser's own exponential”: trains the run twice, by the definition and with `Math.exp`, and draws
 * how the two part.
 */
export async function act(button: HTMLElement): Promise<void> {
  const figure = button.closest<HTMLElement>("figure.drift")!;
  await task(button, "Both courses, trained", async ({signal, say}) => {
    const courses = await coursesOf(figure.dataset["run"]!, signal);
    const drift = driftOf(courses.ours, courses.engines);
    const drawings = drawDrift(drift, LIVE, {document, width: Number(figure.dataset["width"])});
    const panels = figure.querySelectorAll(".panel");
    drawings.forEach((drawing, i) => panels[i]!.replaceChildren(drawing));
    figure.querySelector("tr.live")?.remove();
    figure.querySelector("tbody")!.append(endsRow(courses.engines));
    say(...driftText(drift, courses));
  });
}

function coursesOf(id: string, signal: AbortSignal): Promise<Courses> {
  return new Promise((resolve, reject) => {
    let worker: Worker;
    try {
      worker = new Worker(import.meta.resolve("./drift.worker.js"), {type: "module"});
    } catch {
      return reject(new Error(NO_WORKERS));
    }
    const end = () => worker.terminate();
    worker.addEventListener("message", ({data}: MessageEvent<DriftReply>) => {
      end();
      if (data.kind === "done") resolve(data.courses);
      else reject(new Error(data.reason));
    });
    worker.addEventListener("error", () => (end(), reject(new Error(NO_WORKERS))));
    signal.addEventListener("abort", () => (end(), reject(signal.reason as Error)));
    worker.postMessage(id);
  });
}

function endsRow(history: History): HTMLElement {
  const {lowestTestEpoch, lowestTestLoss, lastTestLoss} = summarise(history);
  const cells = [String(lowestTestEpoch), formatMeasured(lowestTestLoss), formatMeasured(lastTestLoss)];
  return make(
    "tr",
    {class: "live"},
    make("th", {scope: "row"}, "with this browser’s Math.exp"),
    ...cells.map((text) => make("td", {class: "number"}, text))
  );
}

/** What the comparison has shown, as pieces of one line. */
function driftText({error: [ours, engines], difference}: Drift, {points, otherTargets}: Courses): (Node | string)[] {
  const targets = `With this browser’s Math.exp, ${otherTargets} of the ${points} target values of the training set ${otherTargets === 1 ? "differs" : "differ"} in the last bit. `;
  const first = difference.findIndex((value) => value > 0);
  if (first < 0)
    return [
      targets,
      "The two courses are the same throughout: for all that this run asks of it, this Math.exp is correctly rounded."
    ];
  const largest = difference.reduce((a, b) => Math.max(a, b));
  const [last, other] = [ours, engines].map((errors) => formatMeasured(errors.at(-1)!));
  return [
    targets,
    `The first weights differ in epoch ${first}, by `,
    ...scientific(difference[first]!),
    ", later by up to ",
    ...scientific(largest),
    `. The last test error is ${last} by the definition and ${other} in this browser.`
  ];
}

/** One digit and a power of ten, which stay on one line. */
function scientific(value: number): (Node | string)[] {
  const [digit, exponent] = value.toExponential(0).split("e") as [string, string];
  return [`${digit}\u00a0×\u00a010`, make("sup", {}, String(Number(exponent)).replace("-", "\u2212"))];
}
