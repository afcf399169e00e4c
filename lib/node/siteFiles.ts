import {registry} from "../experiments/registry.js";
import {figures, type FigureEntry} from "../figures/catalogue.js";

/** The figures that show runs, and so have data. */
export const figuresWithData: readonly FigureEntry[] = figures.filter(({panels}) =>
  panels.some(({runs}) => runs.length > 0)
);

/** The site's data files, at addresses that stay: all of every run, and what each figure is drawn from. */
export const dataPaths: readonly string[] = [
  ...registry.flatMap(({id}) => [`/data/${id}.json`, `/data/${id}.parquet`]),
  ...figuresWithData.map(({id}) => `/data/figure-${id}.json`)
];
