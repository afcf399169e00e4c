import {runId, standard} from "../experiments/parameters.js";
import {drawSpeed} from "../figures/speedChart.js";
import {fragment} from "./fragment.js";
import {provenance, type Origin} from "./provenance.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";
import {twoWidths} from "./twoWidths.js";

/** The width (px) of the chart on a wide screen. */
const WIDTH = 460;

/** `::: speed`: how the programs of the benchmark compare, with the caption that the container holds. */
export const speedOpening: Resolver = (_, page) => {
  const {report} = page;
  const {benchmark, document} = report;
  page.provenance = provenance(originOf(report), report);
  return fragment`<figure class="figure" id="figure-speed">
<div class="figure-body"><div class="figure-panels" style="--columns: 1; --panel-width: ${WIDTH}px">
${twoWidths((width) => drawSpeed(benchmark, {document, width}), WIDTH)}</div></div>
<figcaption>\n`;
};

/** The runs that the benchmark takes epochs of (lib/node/bench/task.ts). */
function originOf({benchmark, runs}: Report): Origin {
  const trained = benchmark.training.hidden.map((hidden) => runId(standard("f2", hidden, 0.05, 1000)));
  const registered = (id: string) => runs.some((run) => run.id === id);
  return {
    figure: "the speed of the programs",
    runs: trained.filter(registered),
    others: trained.filter((id) => !registered(id)).map((id) => ({id})),
    words: "each program trains the first epochs of these runs",
    data: [{file: "bench.json", holds: "All that the benchmark measured"}],
    code: ["lib/figures/speedChart.ts", "lib/node/commands/bench.ts"]
  };
}
