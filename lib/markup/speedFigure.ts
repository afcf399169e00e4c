import {drawSpeed} from "../figures/speedChart.js";
import {fragment} from "./fragment.js";
import type {Resolver} from "./resolve.js";
import {twoWidths} from "./twoWidths.js";

/** The width (px) of the chart on a wide screen. */
const WIDTH = 460;

/** `::: speed`: how the programs of the benchmark compare, with the caption that the container holds. */
export const speedOpening: Resolver = (_, {report}) => {
  const {benchmark, document} = report;
  return fragment`<figure class="figure" id="figure-speed">
<div class="figure-body"><div class="figure-panels" style="--columns: 1; --panel-width: ${WIDTH}px">
${twoWidths((width) => drawSpeed(benchmark, {document, width}), WIDTH)}</div></div>
<figcaption>\n`;
};

export const speedClosing: Resolver = () => fragment`</figcaption>\n</figure>\n`;
