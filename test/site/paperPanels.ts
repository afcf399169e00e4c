import {standIns} from "../../lib/experiments/registry.js";

/** What the paper shows in a panel, read off the paper; the tests hold it against the catalogue and the site. */
export interface PaperPanel {
  run?: string;
  series: string[];
  /** the last epoch of the axis; that of the run unless said otherwise */
  lastEpoch?: number;
}

const f1 = (hidden: number, rate: number, epochs: number) => `f1-h${hidden}-rate${rate}-epochs${epochs}`;
const f2 = (hidden: number, rate: number, epochs: number) => `f2-h${hidden}-rate${rate}-epochs${epochs}`;

const error = (run: string): PaperPanel => ({run, series: ["test_loss"]});
const learned = (run: string): PaperPanel => ({run, series: ["target", "learned"]});
const weights = (run: string, names: string, lastEpoch?: number): PaperPanel => ({
  run,
  series: names.split(" "),
  ...(lastEpoch === undefined ? {} : {lastEpoch})
});

const U = "U_0_0 U_0_1 U_1_0 U_1_1";
const U0 = "U_0_0 U_1_0 U_2_0 U_3_0";
const U1 = "U_0_1 U_1_1 U_2_1 U_3_1";
const V = "V_7 V_6 V_5 V_4 V_3";
const V3 = "V_2 V_1 V_0";

/** All 45 panels of the nine figures. */
export const paperPanels: Readonly<Record<string, PaperPanel>> = {
  "1a": {series: ["f1"]},
  "1b": {series: ["f2"]},
  "2": {series: []},
  "3a": error(f1(3, 1, 1000)),
  "3b": learned(f1(3, 1, 1000)),
  "3c": learned(f1(3, 1, 1000)),
  "3d": weights(f1(3, 1, 1000), U),
  "3e": weights(f1(3, 1, 1000), V3),
  "3f": error(standIns.figure3f),
  "4a": error(f1(3, 0.1, 10000)),
  "4b": weights(f1(3, 0.1, 10000), U),
  "4c": weights(f1(3, 0.1, 10000), V3),
  "5a": error(f1(2, 0.1, 1000)),
  "5b": weights(f1(2, 0.1, 1000), "U_0_0 U_0_1"),
  "5c": weights(f1(2, 0.1, 1000), "V_1 V_0"),
  "5d": error(f1(3, 0.1, 1000)),
  "5e": weights(f1(3, 0.1, 1000), U),
  "5f": weights(f1(3, 0.1, 1000), V3),
  "5g": weights(f1(5, 0.1, 1000), U0),
  "5h": weights(f1(5, 0.1, 1000), U1),
  "5i": weights(f1(5, 0.1, 1000), "V_4 V_3 V_2 V_1 V_0"),
  "6a": error(f2(3, 0.1, 1000)),
  "6b": error(f2(6, 0.1, 1000)),
  "6c": error(f2(8, 0.1, 1200)),
  "6d": learned(f2(3, 0.1, 1000)),
  "6e": learned(f2(6, 0.1, 1000)),
  "6f": learned(f2(8, 0.1, 1200)),
  "6g": weights(f2(8, 0.1, 1200), U0),
  "6h": weights(f2(8, 0.1, 1200), U1),
  "6i": weights(f2(8, 0.1, 1200), V),
  "7a": error(f2(8, 1, 1000)),
  "7b": learned(f2(8, 1, 1000)),
  "7c": weights(f2(8, 1, 1000), U0, 50),
  "7d": weights(f2(8, 1, 1000), U1, 50),
  "7e": weights(f2(8, 1, 1000), V, 50),
  "8a": error(standIns.figure8R1),
  "8b": error(standIns.figure8R2),
  "8c": learned(standIns.figure8R2),
  "8d": weights(standIns.figure8R1, U0),
  "8e": weights(standIns.figure8R1, U1),
  "8f": weights(standIns.figure8R1, V),
  "8g": weights(standIns.figure8R2, U0),
  "8h": weights(standIns.figure8R2, U1),
  "8i": weights(standIns.figure8R2, V),
  "9": {run: f1(3, 1, 1000), series: ["test_loss", "train_loss"]}
};

/** The page on which each figure stands. */
export const figurePages: Readonly<Record<string, string>> = {
  "1": "network",
  "2": "network",
  "3": "experiments-f1",
  "4": "experiments-f1",
  "5": "experiments-f1",
  "6": "experiments-f2",
  "7": "experiments-f2",
  "8": "experiments-f2",
  "9": "appendix"
};
