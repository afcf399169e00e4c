import type {Tally} from "../evidence/engineCheck.js";
import type {EngineMatrix} from "../evidence/engineMatrix.js";
import type {Kernels} from "../evidence/kernels.js";
import type {Vectors} from "../evidence/vectors.js";
import type {Loop} from "../experiments/descent.js";
import {containerArgument, requireEmpty} from "./containerSyntax.js";
import {fragment, type Html} from "./fragment.js";
import {ensembleTable} from "./ensembleTable.js";
import {missedTable, randomClaimTable, spreadTable} from "./randomnessTable.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";
import {tuple} from "./runChip.js";
import {safeRateTable} from "./safeRateTable.js";
import {growthTables, trainingTable} from "./speedTables.js";

/** The records that a page can show, by the name that stands after `::: record`. */
const records: Readonly<Record<string, (report: Report) => Html>> = {
  engines: (report) => engineTable(report.engines),
  kernels: (report) => kernelTable(report.kernels, report),
  training: (report) => trainingTable(report.benchmark),
  growth: (report) => growthTables(report.benchmark),
  vectors: (report) => vectorTable(report.vectors),
  rates: safeRateTable,
  ensembles: ensembleTable,
  spreads: spreadTable,
  "random-claims": randomClaimTable,
  missed: missedTable
};

/** `::: record NAME`: a committed or computed record as a table. */
export const recordOpening: Resolver = (token, {report}) => {
  requireEmpty(token);
  const name = containerArgument(token);
  const record = records[name];
  if (!record) throw new Error(`There is no record “${name}”; there are ${Object.keys(records).join(", ")}.`);
  return record(report);
};

export const recordClosing: Resolver = () => fragment``;

const loops: readonly Loop[] = ["reference", "kernel"];

function engineTable({engines}: EngineMatrix): Html {
  const rows = engines.map(({name, version, engine, platform, functions, runs}) => {
    const cells = [sum(Object.values(functions)), ...loops.map((loop) => runs[loop])].map(
      (tally) => fragment`<td class="number">${tally ? tallyText(tally) : "not asked"}</td>`
    );
    return fragment`<tr><th scope="row">${name} ${version}</th><td>${engine}</td><td>${platform}</td>${cells}</tr>\n`;
  });
  const heads = loops.map((loop) => fragment`<th scope="col" class="number">${loop}</th>`);
  return fragment`<div class="table"><table class="engines">
<thead><tr><th scope="col" rowspan="2">program</th><th scope="col" rowspan="2">engine</th><th scope="col" rowspan="2">machine</th><th scope="col" rowspan="2" class="number">known values equal</th><th scope="colgroup" colspan="${loops.length}" class="number">digests equal, by training loop</th></tr>
<tr>${heads}</tr></thead>
<tbody>
${rows}</tbody></table></div>\n`;
}

function sum(tallies: readonly Tally[]): Tally {
  const total = (name: "equal" | "of") => tallies.reduce((sum, tally) => sum + tally[name], 0);
  return {equal: total("equal"), of: total("of")};
}

/** How many are equal: `all 21`, or `20 of 21`. */
function tallyText({equal, of}: Tally): string {
  return equal === of ? `all ${equal}` : `${equal} of ${of}`;
}

function kernelTable({rows}: Kernels, report: Report): Html {
  const groups = Object.entries(rows[0]?.runs ?? {}).map(([run, {bestEpoch}]) => ({
    run,
    columns: [
      ...(bestEpoch === undefined ? [] : [{title: "best epoch", value: "bestEpoch" as const}]),
      {title: "last test error", value: "lastTestLoss" as const}
    ]
  }));
  const runHeads = groups.map(
    ({run, columns}) =>
      fragment`<th scope="colgroup" colspan="${columns.length}" class="number">${tuple(report.run(run).parameters)}</th>`
  );
  const heads = groups.flatMap(({columns}) =>
    columns.map(({title}) => fragment`<th scope="col" class="number">${title}</th>`)
  );
  const body = rows.map(({kernel, avx512, runs}) => {
    const cells = groups.flatMap(({run, columns}) =>
      columns.map(({value}) => fragment`<td class="number">${runs[run]?.[value] ?? ""}</td>`)
    );
    return fragment`<tr><th scope="row">${kernel}</th><td>${avx512 ? "on" : "off"}</td>${cells}</tr>\n`;
  });
  return fragment`<div class="table" id="table-kernels"><table class="kernels">
<thead><tr><th scope="col" rowspan="2">OpenBLAS kernel</th><th scope="col" rowspan="2">AVX-512 in NumPy</th>${runHeads}</tr>
<tr>${heads}</tr></thead>
<tbody>
${body}</tbody></table></div>\n`;
}

function vectorTable({run, groups}: Vectors): Html {
  const bodies = groups.map(({title, vectors}) => {
    const rows = vectors.map(
      ({name, value, bits}) =>
        fragment`<tr><th scope="row"><code>${name}</code></th>${
          bits === null
            ? fragment`<td colspan="2"><code>${value}</code></td>`
            : fragment`<td class="number">${value.replace("-", "\u2212")}</td><td><code>${bits}</code></td>`
        }</tr>\n`
    );
    return fragment`<tbody><tr><th scope="rowgroup" colspan="3">${title}</th></tr>\n${rows}</tbody>\n`;
  });
  return fragment`<details class="fold"><summary>From the seeds to the digest of <code>${run}</code></summary>
<div class="table"><table class="vectors">
<thead><tr><th scope="col">value</th><th scope="col" class="number">decimal</th><th scope="col">bits</th></tr></thead>
${bodies}</table></div></details>\n`;
}
