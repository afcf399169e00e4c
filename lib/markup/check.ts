import {recordsLength} from "../model/history.js";
import type {RegisteredRun} from "../experiments/registry.js";
import {formatEpoch} from "../figures/numberFormat.js";
import {containerArgument, requireEmpty} from "./containerSyntax.js";
import {fragment, type Html} from "./fragment.js";
import {noScripts} from "./noScripts.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";
import {tuple} from "./runChip.js";
import {shortDigest} from "./valueRole.js";

/** What a reader can have checked in the browser, by the name that stands after `::: check`. */
const checks: Readonly<Record<string, (report: Report) => Html>> = {runs, files, certificate};

/**
 * `::: check runs`, `::: check files`, `::: check certificate`: something that the reader's own browser does. Without
 * scripts the page shows what there is to compare with.
 */
export const checkOpening: Resolver = (token, {report}) => {
  requireEmpty(token);
  const name = containerArgument(token);
  const check = checks[name];
  if (!check) throw new Error(`There is no check “${name}”; there are ${Object.keys(checks).join(", ")}.`);
  return check(report);
};

export const checkClosing: Resolver = () => fragment``;

function runs(report: Report): Html {
  const rows = report.runs.map((run) => runRow(run, report));
  return fragment`<div class="check" id="check-runs" data-folder="${report.dataFolder}">
<div class="check-tools"><button type="button" data-action="verify" hidden>Verify all ${report.runs.length} runs</button>${noScripts}</div>
<div class="check-report" role="status"></div>
<div class="table"><table class="check-runs">
<caption>The runs and their digests<span class="with-scripts">, and what this browser gets</span></caption>
<thead><tr><th scope="col">run</th><th scope="col" class="number">numbers</th><th scope="col" class="check-digest">digest</th><th scope="col">in this browser</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
</div>\n`;
}

function runRow({id, parameters}: RegisteredRun, report: Report): Html {
  const numbers = recordsLength(parameters.hidden, parameters.epochs);
  return fragment`<tr data-run="${id}"><th scope="row"><a class="run" href="./runs#${id}">${tuple(parameters)}</a></th><td class="number">${formatEpoch(numbers)}</td><td class="check-digest">${shortDigest(report.snapshot(id).digest)}</td><td class="check-result">not yet</td></tr>\n`;
}

function files(): Html {
  return fragment`<div class="check" id="check-files">
<div class="check-tools"><button type="button" data-action="files" hidden>Check the site’s files</button>${noScripts}</div>
<div class="check-report" role="status"></div>
</div>\n`;
}

function certificate({version, commit}: Report): Html {
  return fragment`<div class="check" id="check-certificate">
<div class="check-tools"><button type="button" data-action="certificate" data-version="${version}" data-commit="${commit ?? ""}" disabled hidden>Download the certificate</button></div>
<div class="check-report" role="status"></div>
</div>\n`;
}
