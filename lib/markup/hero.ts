import {drawCourse, shade} from "../figures/course.js";
import {formatEpoch} from "../figures/numberFormat.js";
import {containerArgument} from "./containerSyntax.js";
import {fragment, raw} from "./fragment.js";
import {provenance} from "./provenance.js";
import type {Resolver} from "./resolve.js";

/** `::: hero RUN EPOCH…`: the course of a run's learning at some of its milestones, with the caption that it holds. */
export const heroOpening: Resolver = (token, page) => {
  const {report} = page;
  const [name = "", ...words] = containerArgument(token).split(" ");
  const epochs = words.map(Number);
  if (epochs.length === 0) throw new Error("The container needs a run and epochs: write “::: hero RUN 0 50 100”.");
  const {id} = report.run(name);
  const drawing = drawCourse(report.snapshot(id), epochs, report.document);
  const legend = epochs.map(
    (epoch, i) => fragment`<li><i style="opacity: ${shade(i, epochs.length)}"></i>${formatEpoch(epoch)}</li>`
  );
  page.provenance = provenance(
    {
      figure: "the course of learning",
      runs: [id],
      data: [{file: `${id}.json`, holds: `The weights of ${id} at these epochs`}],
      code: ["lib/figures/course.ts"]
    },
    report
  );
  return fragment`<figure class="hero figure" id="figure-course">
${raw(drawing.outerHTML)}
<ol class="course-epochs" aria-label="Epochs">${legend}</ol>
<figcaption>\n`;
};
