/** What the notebook's code gives with one choice of CPU kernels, as measured: data/kernels.json. */
export interface KernelRow {
  /** the variant of OpenBLAS's inner loops */
  kernel: string;
  /** whether NumPy used its AVX-512 loops */
  avx512: boolean;
  /** by run id: the epoch of the lowest test error, where it was noted, and the last test error with its digits */
  runs: Record<string, {bestEpoch?: number; lastTestLoss: string}>;
}

/** The same notebook, seeds and libraries under several kernels. */
export interface Kernels {
  /** what was measured, with what, and how */
  origin: string;
  rows: KernelRow[];
}
