import type {RegisteredRun} from "../experiments/registry.js";
import type {Snapshot} from "../experiments/snapshot.js";
import {requireEmpty} from "./containerSyntax.js";
import {fragment, type Html} from "./fragment.js";
import {quantity, quantityText} from "./quantity.js";
import {labLink} from "./lab.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";
import {functionName, tuple} from "./runChip.js";
import {sparkline} from "./sparkline.js";

/** `::: runs`: every run of the report, with what it came to, its digest and its data. A run's anchor is its id. */
export const runsOpening: Resolver = (token, {report}) => {
  requireEmpty(token);
  const standard = ({parameters}: RegisteredRun) => parameters.data === "standard" && parameters.weights === "standard";
  const paper = report.runs.filter(standard);
  const groups = [
    ...["f1", "f2"].map((target) => ({
      id: `runs-${target}`,
      title: fragment`Learning ${functionName(target)}`,
      runs: paper.filter(({parameters}) => parameters.target === target)
    })),
    {id: "runs-new", title: fragment`New random numbers`, runs: report.runs.filter((entry) => !standard(entry))}
  ].filter(({runs}) => runs.length > 0);
  return fragment`${groups.map(({id, title, runs}) => group(id, title, runs, report))}`;
};

export const runsClosing: Resolver = () => fragment``;

function group(id: string, title: Html, runs: readonly RegisteredRun[], report: Report): Html {
  const entries = runs.map((entry) => runEntry(entry, report.snapshot(entry.id), report.dataFolder));
  return fragment`<h2 id="${id}">${title}</h2>\n<div class="runs">\n${entries}</div>\n`;
}

function runEntry({id, parameters, place, look}: RegisteredRun, snapshot: Snapshot, dataFolder: string): Html {
  const {firstNonFiniteEpoch} = snapshot.summary;
  const results = [
    result("last test error", measured(snapshot, "lastTestLoss")),
    result(
      "lowest",
      fragment`${measured(snapshot, "lowestTestLoss")} <small>at ${measured(snapshot, "lowestTestEpoch")}</small>`
    ),
    result("last training error", measured(snapshot, "lastTrainLoss")),
    ...(firstNonFiniteEpoch === null ? [] : [result("overflow at epoch", measured(snapshot, "firstNonFiniteEpoch"))])
  ];
  return fragment`<article class="run-entry">
<h3 id="${id}">${tuple(parameters)}</h3>
${sparkline(snapshot)}
<p class="run-look">${look} <span class="run-place">${placeText(place)}</span></p>
<dl class="run-results">${results}</dl>
<p class="run-files"><a href="${dataFolder}/${id}.parquet" rel="external" aria-label="${id}, every epoch, Parquet">Parquet</a> <a href="${dataFolder}/${id}.json" rel="external" aria-label="${id}, summary and curves, JSON">JSON</a> <a href="${labLink(id)}" aria-label="${id}, open in the lab">open in the lab</a> <code>${id}</code></p>
<p class="run-digest"><abbr title="Digest of all numbers of the run">SHA-256</abbr> <code>${snapshot.digest}</code></p>
</article>\n`;
}

function result(name: string, value: Html): Html {
  return fragment`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function measured(snapshot: Snapshot, name: string): Html {
  return quantityText(quantity(snapshot, name), name);
}

function placeText(place: string): string {
  return place === "ours" ? "Ours." : `Section ${place}.`;
}
