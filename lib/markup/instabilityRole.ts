import {CALM} from "../evidence/onset.js";
import type {InstabilityData} from "../evidence/instabilityData.js";
import {fragment, type Html} from "./fragment.js";
import {epochText, fixedText, scientificText} from "./numberText.js";
import type {Resolver} from "./resolve.js";

type DrawnPhase = InstabilityData["phases"][number];

const epoch = (value: number) => epochText(value);
const ratio = (value: number) => fixedText(value, 2);
const tiny = (value: number) => scientificText(value, 0);

/** What a phase without visible instability has, and how it is printed. */
const ofPhase: Readonly<Record<string, [(phase: DrawnPhase) => number | null, (value: number) => Html]>> = {
  from: [({from}) => from, epoch],
  onset: [({onset}) => onset, epoch],
  floor: [({floor}) => floor, epoch],
  crossing: [({crossing}) => crossing, epoch],
  predicted: [({predicted}) => predicted, epoch],
  earliest: [({range}) => range && range[0], epoch],
  latest: [({range}) => range && range[1], epoch],
  hidden: [({onset, crossing}) => (onset === null || crossing === null ? null : onset - crossing), epoch],
  peak: [({peak}) => peak.etaLambda, ratio],
  peakEpoch: [({peak}) => peak.epoch, epoch]
};

/** What a run has at an epoch: a number, or the name of one of its phase's epochs. */
const atEpoch: Readonly<
  Record<string, [(data: InstabilityData, epoch: number) => number | null, (value: number) => Html]>
> = {
  etaLambda: [(data, at) => etaLambda(data, at), ratio],
  factor: [(data, at) => Math.abs(1 - etaLambda(data, at)), ratio],
  amplitude: [({amplitude}, at) => amplitude[at] ?? null, tiny]
};

/** What a run has as a whole. */
const ofRun: Readonly<Record<string, [(data: InstabilityData) => number | null, (value: number) => Html]>> = {
  limit: [({parameters: {learningRate}}) => 2 / learningRate, (value) => fragment`${value}`],
  settled: [(data) => (data.spells[0] ? etaLambda(data, data.spells[0].to + CALM) : null), ratio],
  spellEnd: [({spells}) => spells[0]?.to ?? null, epoch]
};

/**
 * `:instability[RUN WHAT]`: what is known of a run's instability. WHAT is a property of the run, of its first phase, or
 * with `/2` of its second one; or `etaLambda@EPOCH`, `factor@EPOCH` or `amplitude@EPOCH`, where the epoch may be a
 * property of a phase, as in `amplitude@crossing`.
 */
export const instabilityRole: Resolver = ({content}, {report}) => {
  const [name, what, ...rest] = content.split(/\s+/);
  if (!name || !what || rest.length > 0) throw new Error(`Write :instability[RUN WHAT], not :instability[${content}].`);
  const id = Object.hasOwn(report.instabilities, name) ? name : report.run(name).id;
  const [value, print] = resolved(report.instabilities[id]!, what);
  if (value === null || !Number.isFinite(value)) throw new Error(`${id} has no “${what}”.`);
  return fragment`<data class="value" value="${value}">${print(value)}</data>`;
};

function resolved(data: InstabilityData, what: string): [number | null, (value: number) => Html] {
  const [, property, at, ordinal] = /^(\w+)(?:@(\w+))?(?:\/(\d+))?$/.exec(what) ?? [];
  const phase: DrawnPhase | undefined = data.phases[Number(ordinal ?? 1) - 1];
  if (property !== undefined && phase) {
    if (at === undefined && Object.hasOwn(ofPhase, property)) return applied(ofPhase[property]!, phase);
    if (at === undefined && Object.hasOwn(ofRun, property)) return applied(ofRun[property]!, data);
    if (at !== undefined && Object.hasOwn(atEpoch, property)) {
      const [value, print] = atEpoch[property]!;
      const epoch = /^\d+$/.test(at) ? Number(at) : (ofPhase[at]?.[0](phase) ?? null);
      return [epoch === null ? null : value(data, epoch), print];
    }
  }
  const names = [...Object.keys(ofPhase), ...Object.keys(ofRun), ...Object.keys(atEpoch).map((n) => `${n}@EPOCH`)];
  throw new Error(`“${what}” is nothing that is known of a run’s instability; there are ${names.join(", ")}.`);
}

function applied<Of>(
  [value, print]: [(of: Of) => number | null, (value: number) => Html],
  of: Of
): [number | null, (value: number) => Html] {
  return [value(of), print];
}

function etaLambda({sharpness, every, parameters}: InstabilityData, epoch: number): number {
  return parameters.learningRate * (sharpness[Math.round(epoch / every)] ?? NaN);
}
