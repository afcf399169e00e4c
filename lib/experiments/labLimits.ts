/** The lab draws every hidden unit and keeps its weights: it takes so many at the most. */
export const MOST_HIDDEN = 40;

/**
 * Returns a number of hidden units if the lab takes it. All else that a run may have, the lab takes.
 * @throws RangeError with a sentence
 */
export function requireHidden(hidden: number): number {
  if (!Number.isInteger(hidden) || hidden < 2 || hidden > MOST_HIDDEN)
    throw new RangeError(
      `The number of hidden units must be a whole number from 2 to ${MOST_HIDDEN} in the lab, the bias unit included, not ${hidden}.`
    );
  return hidden;
}
