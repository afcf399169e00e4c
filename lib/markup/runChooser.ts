import {fragment, type Html} from "./fragment.js";
import type {Report} from "./report.js";
import {plainTuple} from "./runName.js";

/**
 * The runs that a figure can show, to choose from; hidden until a script answers. Each brings what changes under the figure
 * with it (src/components/chosenRun.ts): its digest.
 */
export function runChooser(chosen: string, {runs, snapshot}: Report): Html {
  const options = runs.map(
    ({id, parameters}) =>
      fragment`<option value="${id}" data-digest="${snapshot(id).digest}"${id === chosen ? fragment` selected` : null}>${plainTuple(parameters)}</option>\n`
  );
  return fragment`<p class="figure-choice" hidden><label>Run <select autocomplete="off">
${options}</select></label></p>\n`;
}
