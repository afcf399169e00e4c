/**
 * How many epochs a run has, by its id: for pages that need nothing else of it, and so no parser of formulas.
 * @throws RangeError if that is no id of a run
 */
export function runEpochs(id: string): number {
  const epochs = /-epochs(\d+)(?=-|$)/.exec(id)?.[1];
  if (epochs === undefined) throw new RangeError(`“${id}” names no number of epochs.`);
  return Number(epochs);
}
