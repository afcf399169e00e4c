/** How many operations of each kind are counted. */
export interface Operations {
  /** additions, subtractions, multiplications and divisions */
  arithmetic: number;
  exponentials: number;
}

/**
 * The operations of one epoch, as the definition of a run writes them out: forward pass and loss over both data sets, the
 * gradient over the training points, the step. Changes of sign are not counted.
 * @param hidden h, the bias unit included
 */
export function epochOperations(hidden: number, trainSize: number, testSize: number): Operations {
  const units = hidden - 1;
  const forward = 4 * units + (2 * hidden - 1) + 1;
  const loss = 3;
  const backward = 2 * hidden + 7 * units;
  const step = 3 * (3 * hidden - 2);
  return {
    arithmetic: (trainSize + testSize) * (forward + loss) + 2 + trainSize * backward + step,
    exponentials: (trainSize + testSize) * units
  };
}
