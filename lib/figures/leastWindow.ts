/** The smallest window (epochs) that a reader can zoom to. */
export const LEAST_WINDOW = 10;
