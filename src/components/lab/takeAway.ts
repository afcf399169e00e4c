import type {Run} from "../../lib/experiments/run.js";
import {labQuery, labState} from "../../lib/experiments/labState.js";
import {runId} from "../../lib/experiments/parameters.js";
import {csvLines, jsonPieces} from "../../lib/experiments/table.js";
import {make} from "../dom.js";
import {download} from "../download.js";
import {bibtex, citation} from "./citation.js";
import type {LabRun} from "./labRun.js";
import {weightsIn} from "./view.js";

/** Makes a button that downloads a file. */
type FileButton = (text: string, name: string, type: string, content: () => Promise<BlobPart[]>) => HTMLElement;

/** Fills a place with all in which the present run, which rests, can be taken away, and with how to cite it. */
export function takeAway(place: HTMLElement, run: LabRun): void {
  const {rest, columns} = run;
  if (!rest) return;
  const {parameters, summary, digest} = rest;
  const id = runId(parameters);
  /** Asks the trainer before anything else: it is at the end of this run, and may go on at any time. */
  const whole = async (): Promise<Run> => {
    return {id, parameters, history: await run.history(), summary, digest, checkpoints: []};
  };
  const problem = make("p", {class: "lab-problem", role: "status"});
  const file: FileButton = (text, name, type, content) => {
    const button = make("button", {type: "button", class: "link", "aria-label": `${text}: ${name}`}, text);
    button.addEventListener("click", () => {
      problem.textContent = "";
      content()
        .then((parts) => download(new Blob(parts, {type}), name))
        .catch((error: Error) => (problem.textContent = `${name} could not be made: ${error.message}`));
    });
    return button;
  };
  const thinned = columns.every > 1 ? ` The files have one epoch in ${columns.every}; the digest is that of all.` : "";
  const address = new URL(`?${labQuery(labState(parameters))}`, location.href).href;
  place.replaceChildren(
    make(
      "p",
      {class: "lab-files"},
      "Take it away: ",
      file("Parquet", `${id}.parquet`, "application/vnd.apache.parquet", async () => {
        const [made, {parquet}] = await Promise.all([whole(), import("../../lib/experiments/parquet.js")]);
        return [parquet(made)];
      }),
      " ",
      file("CSV", `${id}.csv`, "text/csv", async () => [...csvLines(await whole())]),
      " ",
      file("JSON", `${id}.json`, "application/json", async () => [...jsonPieces(await whole())]),
      " ",
      file("weights", `${id}-weights.json`, "application/json", async () => [weightsJson(run)]),
      ...(parameters.epochs > 0 ? [" ", ...programs(run, file)] : []),
      thinned
    ),
    problem,
    make(
      "details",
      {class: "lab-cite"},
      make("summary", {}, "Cite this run"),
      make("p", {}, citation(id, digest, address)),
      make("pre", {tabindex: 0}, make("code", {}, bibtex(id, digest, address)))
    )
  );
}

/** Programs that repeat the run. Python is not taught double-double arithmetic. */
function programs({rest}: LabRun, file: FileButton): (HTMLElement | string)[] {
  const {parameters, digest} = rest!;
  const id = runId(parameters);
  const folder = new URL("python/", new URL(".", location.href)).href;
  const python = file("program in Python", `${id}.py`, "text/x-python", async () => [
    (await import("../../lib/experiments/program/python.js")).pythonProgram(parameters, {digest, folder})
  ]);
  const typescript = file("in TypeScript", `${id}.ts`, "text/plain", async () => [
    (await import("../../lib/experiments/program/typescript.js")).typescriptProgram(parameters, {digest})
  ]);
  return parameters.arithmetic === "double-double" ? [typescript] : [python, " ", typescript];
}

/** The weights after the last epoch, with what they belong to. */
function weightsJson({rest, columns}: LabRun): string {
  const {parameters, digest, epoch} = rest!;
  const {U, V} = weightsIn(columns, columns.rowAt(epoch));
  const spell = (value: number) => (Number.isFinite(value) ? value : String(value));
  const rows = Array.from({length: U.length / 2}, (_, k) => [spell(U[2 * k]!), spell(U[2 * k + 1]!)]);
  return `${JSON.stringify({id: runId(parameters), digest, epoch, U: rows, V: [...V].map(spell)}, null, 1)}\n`;
}
