/**
 * By this part of itself the training loss must grow in one epoch to count as a rise. Rounding moves a loss by far less,
 * in 24 significant bits too; a step that is too large, by far more within a few epochs.
 */
export const RISE = 1 / 1000;

/** After so many epochs without a rise a spell of instability is over. */
export const CALM = 50;

/** A spell of visible instability: the epochs of its first and its last rise. */
export interface Spell {
  from: number;
  to: number;
}

/**
 * The onset of visible instability: the first epoch whose training loss is more than a thousandth above that of the epoch
 * before, or is not finite. A step of gradient descent that is small enough lowers the training loss; so this epoch is
 * the first that a step made visibly worse.
 * @param trainLosses an entry an epoch, from epoch 0
 * @returns null if the loss never rises so
 */
export function onsetEpoch(trainLosses: ArrayLike<number>): number | null {
  for (let epoch = 1; epoch < trainLosses.length; ++epoch) if (isRise(trainLosses, epoch)) return epoch;
  return null;
}

/** Whether a run is stable: its training loss has no onset of instability. */
export function isStable(trainLosses: ArrayLike<number>): boolean {
  return onsetEpoch(trainLosses) === null;
}

/** The spells of visible instability. Rises that are at most `CALM` epochs apart belong to the same one. */
export function unstableSpells(trainLosses: ArrayLike<number>): Spell[] {
  const spells: Spell[] = [];
  for (let epoch = 1; epoch < trainLosses.length; ++epoch) {
    if (!isRise(trainLosses, epoch)) continue;
    const last = spells.at(-1);
    if (last && epoch - last.to <= CALM) last.to = epoch;
    else spells.push({from: epoch, to: epoch});
  }
  return spells;
}

function isRise(losses: ArrayLike<number>, epoch: number): boolean {
  const loss = losses[epoch]!;
  return !(Number.isFinite(loss) && loss <= (1 + RISE) * losses[epoch - 1]!);
}
