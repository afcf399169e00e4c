import {digitsInCommon, finiteValues, twoGroups} from "../evidence/sweeps/statistics.js";
import {ensembleOf} from "./ensembleFigure.js";
import {fragment, type Html} from "./fragment.js";
import {epochText, measuredText} from "./numberText.js";
import type {Resolver} from "./resolve.js";

const median = (values: readonly number[]) => values[Math.ceil(values.length / 2) - 1]!;

/** What can be said of the values of a column: a value like theirs, or a count. */
const statistics: Readonly<Record<string, (ascending: number[]) => number>> = {
  least: (values) => values[0]!,
  median,
  most: (values) => values.at(-1)!,
  lower: (values) => median(twoGroups(values)[0]),
  upper: (values) => median(twoGroups(values)[1])
};

const counts: Readonly<Record<string, (ascending: number[]) => number>> = {
  count: (values) => values.length,
  digits: digitsInCommon,
  lowerCount: (values) => twoGroups(values)[0].length,
  upperCount: (values) => twoGroups(values)[1].length
};

const known = [...Object.keys(statistics), ...Object.keys(counts)].join(", ");

/**
 * `:ensemble[RUN COLUMN STATISTIC]`: what the finite values of a run's ensemble come to. `count` is how many there are,
 * `digits` in how many digits all agree; `lower` and `upper` are the medians below and above the widest gap.
 */
export const ensembleRole: Resolver = ({content}, {report}) => {
  const [run, column, name, ...rest] = content.split(/\s+/);
  if (!run || !column || !name || rest.length > 0)
    throw new Error(`Write :ensemble[RUN COLUMN STATISTIC], not :ensemble[${content}].`);
  const results = ensembleOf(report, report.run(run).id);
  const values = finiteValues(results, column);
  if (values.length === 0 && name !== "count") throw new Error(`No value of ${column} is finite.`);
  if (Object.hasOwn(counts, name)) return data(counts[name]!(values), epochText);
  if (!Object.hasOwn(statistics, name)) throw new Error(`There is no statistic “${name}”; there are ${known}.`);
  return data(statistics[name]!(values), /epoch|onset/i.test(column) ? epochText : measuredText);
};

function data(value: number, text: (value: number) => Html): Html {
  return fragment`<data class="value" value="${value}">${text(value)}</data>`;
}
