import {examinedRuns} from "../evidence/precision.js";
import {runId} from "../experiments/parameters.js";
import {registry} from "../experiments/registry.js";
import {figures, type FigureEntry} from "../figures/catalogue.js";
import {figureFileNames, studied} from "./figureFiles.js";

/** The figures that show runs, and so have data. */
export const figuresWithData: readonly FigureEntry[] = figures.filter(({panels}) =>
  panels.some(({runs}) => runs.length > 0)
);

/** A program that repeats runs without any code of this project, and the table that it reads. */
const programPaths = ["/python/verify_run.py", "/python/ziggurat-normal.json"];

/**
 * The site's data files, at addresses that stay: all of every run, what each figure is drawn from and its picture, why each
 * run is stable or not, what it comes to when it is rounded otherwise or has other random numbers, what the runs have to
 * come to, values to check an implementation by, and one such implementation.
 */
export const dataPaths: readonly string[] = [
  ...registry.flatMap(({id}) => [`/data/${id}.json`, `/data/${id}.parquet`]),
  ...figuresWithData.flatMap(({id}) => [`/data/figure-${id}.json`, `/data/figure-${id}.svg`]),
  ...examinedRuns.map((parameters) => `/data/instability-${runId(parameters)}.json`),
  "/data/manifest.json",
  "/data/vectors.json",
  "/data/claims.json",
  ...registry.map(({id}) => `/data/ensemble-${id}.json`),
  ...studied.map((name) => `/data/${name}.json`),
  ...figureFileNames.map((name) => `/data/${name}`),
  ...programPaths
];
