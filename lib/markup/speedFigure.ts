import {drawSpeed} from "../figures/speedChart.js";
import {fragment, raw} from "./fragment.js";
import type {Resolver} from "./resolve.js";

/** The nominal width (px) of the chart. */
const WIDTH = 460;

/** `::: speed`: how the programs of the benchmark compare, with the caption that the container holds. */
export const speedOpening: Resolver = (_, {report}) => {
  const drawing = drawSpeed(report.benchmark, {document: report.document, width: WIDTH});
  return fragment`<figure class="figure" id="figure-speed">
<div class="figure-body"><div class="figure-panels" style="--columns: 1; --panel-width: ${WIDTH}px">
<div class="panel">${raw(drawing.outerHTML)}</div>
</div></div>
<figcaption>\n`;
};

export const speedClosing: Resolver = () => fragment`</figcaption>\n</figure>\n`;
