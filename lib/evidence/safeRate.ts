import type {InstabilityData} from "./instabilityData.js";

/** How large a learning rate a network bears. */
export interface SafeRate {
  target: string;
  hidden: number;
  /** the sharpest place that a run of this network has come to before any visible instability */
  sharpest: {id: string; epoch: number; sharpness: number};
  /** 2 / λ there: below it, that run would have been stable throughout */
  rate: number;
  /** the rates that the report tries, the lowest first, each by its longest run */
  tried: {id: string; rate: number; epochs: number; onset: number | null}[];
}

/** The largest safe rate of each network that the report trains on the standard data. Its runs that begin too steep tell nothing. */
export function safeRates(instabilities: readonly InstabilityData[]): SafeRate[] {
  const networks = new Map<string, InstabilityData[]>();
  for (const one of instabilities) {
    const {target, hidden, data} = one.parameters;
    if (data !== "standard") continue;
    const key = `${target} ${hidden}`;
    networks.set(key, [...(networks.get(key) ?? []), one]);
  }
  return [...networks.values()]
    .flatMap((runs) => {
      const places = runs.flatMap(({id, parameters, phases}) =>
        phases[0]!.kind === "steep"
          ? []
          : phases.map(({peak: {epoch, etaLambda}}) => ({id, epoch, sharpness: etaLambda / parameters.learningRate}))
      );
      if (places.length === 0) return [];
      const sharpest = places.reduce((a, b) => (b.sharpness > a.sharpness ? b : a));
      const {target, hidden} = runs[0]!.parameters;
      return [{target, hidden, sharpest, rate: 2 / sharpest.sharpness, tried: tried(runs)}];
    })
    .sort((a, b) => (a.target === b.target ? a.hidden - b.hidden : a.target < b.target ? -1 : 1));
}

function tried(runs: readonly InstabilityData[]): SafeRate["tried"] {
  const longest = new Map<number, InstabilityData>();
  for (const run of runs) {
    const {learningRate, epochs} = run.parameters;
    if (epochs > (longest.get(learningRate)?.parameters.epochs ?? 0)) longest.set(learningRate, run);
  }
  return [...longest]
    .map(([rate, {id, parameters, spells}]) => ({id, rate, epochs: parameters.epochs, onset: spells[0]?.from ?? null}))
    .sort((a, b) => a.rate - b.rate);
}
