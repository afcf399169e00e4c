/** The runs of the paper that several claims are measured on, by what they are known for; ids of the registry. */
export const STUMBLE = "f1-h3-rate1-epochs1000";
export const SLOW = "f1-h3-rate0.1-epochs10000";
export const F2_THREE = "f2-h3-rate0.1-epochs1000";
export const F2_SIX = "f2-h6-rate0.1-epochs1000";
export const F2_EIGHT = "f2-h8-rate0.1-epochs1200";
export const F2_HALF = "f2-h8-rate0.05-epochs2400";
export const F2_LONG = "f2-h8-rate0.05-epochs10000";
export const F2_TWELVE = "f2-h12-rate0.05-epochs10000";
export const F2_LEAP = "f2-h8-rate1-epochs1000";
export const F2_OVERFLOW = "f2-h8-rate1.5-epochs1000";

/** The run of the first target over 1000 epochs at the small rate, by its number of hidden units. */
export function onF1(hidden: number): string {
  return `f1-h${hidden}-rate0.1-epochs1000`;
}
