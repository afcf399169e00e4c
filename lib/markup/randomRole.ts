import {groupOf, missedClasses, type RandomGroup, type RandomnessStudy} from "../evidence/sweeps/randomnessStudy.js";
import {SEEDS, sources, type RandomSource} from "../evidence/sweeps/randomnessSweep.js";
import {fragment, type Html} from "./fragment.js";
import {epochText, fixedText, measuredText} from "./numberText.js";
import {factor} from "./randomnessTable.js";
import type {Resolver} from "./resolve.js";

type Quantity = (group: RandomGroup) => Html;

const missedOne = ({missed}: RandomGroup) => missed.filter(({length}) => length > 0).length;
const classOf = (group: RandomGroup, halves: number) =>
  missedClasses(group)
    .filter(({missed}) => missed.length === halves)
    .flatMap(({errors}) => errors);

/** What can be said of a group of runs, by their own test sets. */
const quantities: Readonly<Record<string, Quantity>> = {
  runs: () => epochText(SEEDS),
  factor: ({spread}) => factor(spread.own.value),
  least: ({errors}) => measuredText(Math.min(...errors.own)),
  most: ({errors}) => measuredText(Math.max(...errors.own)),
  missed: (group) => epochText(missedOne(group)),
  share: (group) => fragment`${fixedText((100 * missedOne(group)) / group.missed.length, 0)} %`,
  leastOfOne: (group) => measuredText(Math.min(...classOf(group, 1))),
  mostOfOne: (group) => measuredText(Math.max(...classOf(group, 1))),
  leastOfNone: (group) => measuredText(Math.min(...classOf(group, 0))),
  mostOfNone: (group) => measuredText(Math.max(...classOf(group, 0)))
};

/**
 * `:random[SOURCE SCALE QUANTITY]`: what is known of the runs in which data, weights or both are new, at a factor on the
 * initial weights.
 */
export const randomRole: Resolver = ({content}, {report}) => {
  const [source, scale, name, ...rest] = content.split(/\s+/);
  if (!source || !scale || !name || rest.length > 0)
    throw new Error(`Write :random[SOURCE SCALE QUANTITY], not :random[${content}].`);
  if (!Object.hasOwn(quantities, name))
    throw new Error(`There is no quantity “${name}”; there are ${Object.keys(quantities).join(", ")}.`);
  return fragment`<span class="value">${quantities[name]!(find(report.randomness.study, source, Number(scale)))}</span>`;
};

function find(study: RandomnessStudy, source: string, scale: number): RandomGroup {
  if (!(sources as readonly string[]).includes(source))
    throw new Error(`“${source}” is no source of randomness; there are ${sources.join(", ")}.`);
  return groupOf(study, source as RandomSource, scale);
}
