import {agrees} from "../evidence/printed.js";
import {fragment, type Html} from "./fragment.js";
import {printedFormat, printedText} from "./paperRole.js";
import {quantity, quantityText} from "./quantity.js";
import type {Resolver} from "./resolve.js";

/**
 * `:compare[RUN QUANTITY KEY]`: a measured number beside the paper's, with as many digits as the paper prints, and a mark
 * that says whether they are the same. Where the paper's run cannot be repeated there is nothing to be the same as.
 */
export const compareRole: Resolver = ({content}, {report}) => {
  const [name, what, key, ...rest] = content.split(/\s+/);
  if (!name || !what || !key || rest.length > 0)
    throw new Error(`Write :compare[RUN QUANTITY KEY], not :compare[${content}].`);
  const {id} = report.run(name);
  const row = report.paperRow(key);
  if (row.quantity !== what) throw new Error(`The paper's “${key}” is its ${row.quantity}, not ${what}.`);
  if (row.run !== null && row.run !== id) throw new Error(`The paper's “${key}” belongs to ${row.run}, not to ${id}.`);
  const value = quantity(report.snapshot(id), what);
  const measured = fragment`<data class="value" value="${value}">${quantityText(value, what, printedFormat(row))}</data>`;
  if (row.run === null)
    return fragment`${measured} <span class="paper">(paper, another run: ${printedText(row)})</span>`;
  const mark = agrees(value, row) ? same : different;
  return fragment`${measured} <span class="paper">(paper: ${printedText(row)})</span>${mark}`;
};

const same: Html = fragment`<span class="verdict same" role="img" aria-label="the same" title="The same digits">=</span>`;

const different: Html = fragment`<a class="verdict different" href="./implementation#exactness" aria-label="not the same: why" title="Not the same: why">≠</a>`;
