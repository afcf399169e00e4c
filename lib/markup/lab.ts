import {labQuery, labState, parseLabQuery} from "../experiments/labState.js";
import {parseRunId} from "../experiments/parameters.js";
import type {RegisteredRun} from "../experiments/registry.js";
import {requireEmpty} from "./containerSyntax.js";
import {fragment, type Html} from "./fragment.js";
import type {Resolver} from "./resolve.js";
import {tuple} from "./runChip.js";

/** The address, relative to a page, at which the lab trains a run. */
export function labLink(id: string): string {
  return `./lab?${labQuery(labState(parseRunId(id)))}`;
}

/** `::: lab`: the place of the lab, which its program fills. */
export const labOpening: Resolver = (token, {report}) => {
  requireEmpty(token);
  return fragment`<div class="lab" id="lab" data-folder="${report.dataFolder}"><p class="lab-waiting">The lab is being set up …</p><noscript><style>.lab{display:block;min-height:0}.lab-waiting{display:none}</style><p>The lab needs scripts, which are switched off here. What the runs below came to, with their data, is on the page of <a href="./runs">all runs</a>.</p></noscript></div>\n`;
};

export const labClosing: Resolver = () => fragment``;

/** `::: presets`: every run of the report, each opening in the lab, with one line on what to look for. */
export const presetsOpening: Resolver = (token, {report}) => {
  requireEmpty(token);
  return fragment`<ul class="presets">\n${report.runs.map(preset)}</ul>\n`;
};

export const presetsClosing: Resolver = () => fragment``;

function preset({id, parameters, look}: RegisteredRun): Html {
  return fragment`<li><a class="run" href="${labLink(id)}">${tuple(parameters)}</a> ${look}</li>\n`;
}

/** `:lab[QUERY words]`: a link that opens the lab as the query says. */
export const labRole: Resolver = ({content}, page) => {
  const [, query = "", words = ""] = /^(\S+)\s+(.+)$/s.exec(content) ?? [];
  const state = parseLabQuery(query);
  if (!state) throw new Error(`Write :lab[run=ID words], not :lab[${content}].`);
  return fragment`<a class="lab-link" href="./lab?${labQuery(state)}">${page.inline(words, `the words of :lab[${content}]`)}</a>`;
};
