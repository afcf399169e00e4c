import {fragment} from "./fragment.js";
import type {Resolver} from "./resolve.js";

/**
 * `:kernels[RUN QUANTITY least]`, or `most`: of what the notebook's code gives under the CPU kernels of data/kernels.json,
 * the least or the largest `bestEpoch` or `lastTestLoss`, with the digits that were noted.
 */
export const kernelsRole: Resolver = ({content}, {report}) => {
  const match = /^(\S+) (bestEpoch|lastTestLoss) (least|most)$/.exec(content);
  if (!match) throw new Error(`Write :kernels[RUN bestEpoch least] or the like, not :kernels[${content}].`);
  const [, run, quantity, which] = match as unknown as [string, string, "bestEpoch" | "lastTestLoss", "least" | "most"];
  const noted = report.kernels.rows
    .flatMap(({runs}) => runs[run]?.[quantity] ?? [])
    .map(String)
    .sort((a, b) => Number(a) - Number(b));
  if (noted.length === 0) throw new Error(`data/kernels.json has no ${quantity} of ${run}.`);
  return fragment`<span class="value">${noted.at(which === "least" ? 0 : -1)!}</span>`;
};
