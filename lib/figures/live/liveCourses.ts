import type {Course, Courses} from "../charts/courses.js";
import {plainText} from "../label.js";
import {formatEpoch, formatMeasured} from "../numberFormat.js";
import {columnLabel, columnStyle, type LineStyle} from "../theme.js";
import type {RunColumns} from "./runColumns.js";

/** A run that is drawn, live or finished. */
export interface LiveRun {
  /** for `data-run` */
  id: string;
  columns: RunColumns;
  /** what the legend and the cursor call a run that is laid under the first, such as `A`, in markup of label.ts */
  label?: string;
}

export type Scale = "linear" | "log";

/** Runs that lie under the first are paler. */
const UNDER = 0.45;

/** Up to so many lines are named at their ends, and up to so many in the legend. */
const AT_ENDS = 12;
const IN_LEGEND = 24;

const gradientStyle: LineStyle = {colour: "ink", dash: undefined};

const ANGLES = [0, 45, 90, 135, 180].map((value) => ({value, text: String(value)}));

/** The test and training error of some runs; the first is the reader's, the others lie under it. */
export function errorCourses(runs: readonly LiveRun[], scale: Scale): Courses {
  return courses("error", runs, ["test_loss", "train_loss"], scale);
}

/** The weights U or V of some runs; on a logarithmic scale their sizes. */
export function weightCourses(runs: readonly LiveRun[], matrix: "U" | "V", scale: Scale = "linear"): Courses {
  const hidden = Math.max(0, ...runs.map(({columns}) => columns.hidden));
  const names =
    matrix === "U"
      ? Array.from({length: 2 * (hidden - 1)}, (_, i) => `U_${i >> 1}_${i & 1}`)
      : Array.from({length: hidden}, (_, k) => `V_${k}`);
  return courses(scale === "log" ? "size of weight" : "weight", runs, names, scale);
}

/** The norm of the gradient of some runs. */
export function normCourses(runs: readonly LiveRun[], scale: Scale): Courses {
  return courses("norm", runs, ["gradient_norm"], scale);
}

/** The angle between consecutive gradients of some runs, in degrees. */
export function angleCourses(runs: readonly LiveRun[], scale: Scale): Courses {
  const chart = courses("degrees", runs, ["gradient_angle"], scale);
  return scale === "linear" ? {...chart, domain: [0, 180], ticks: ANGLES} : chart;
}

function courses(label: string, runs: readonly LiveRun[], names: readonly string[], scale: Scale): Courses {
  const drawn = runs.map((run, i) =>
    names.filter((name) => has(run.columns, name)).map((name) => courseOf(run, name, i === 0, scale))
  );
  // What lies on top is drawn last.
  return {label, scale, courses: drawn.reverse().flat(), description: describe(runs[0], names, label)};
}

function has({hidden}: RunColumns, name: string): boolean {
  const match = /^([UV])_(\d+)/.exec(name);
  return !match || Number(match[2]) < (match[1] === "U" ? hidden - 1 : hidden);
}

function courseOf({id, columns, label = ""}: LiveRun, name: string, own: boolean, scale: Scale): Course {
  const {values, epochs} = columns.column(name);
  const weight = /^[UV]_/.test(name);
  const gradient = name.startsWith("gradient");
  const style = gradient ? gradientStyle : columnStyle(name, columns.hidden);
  const of = gradient ? "" : columnLabel(name);
  const count = name.startsWith("U") ? 2 * (columns.hidden - 1) : columns.hidden;
  const where = weight && count > IN_LEGEND ? "nowhere" : weight && count > AT_ENDS ? "legend" : "end";
  // A run below the first is named at one of its lines.
  const named = own ? (weight ? where : "legend") : weight || name === "train_loss" ? "nowhere" : "end";
  return {
    name,
    run: id,
    values: scale === "log" && weight ? values.map(Math.abs) : values,
    epochs,
    label: own ? of : [label, named === "end" ? "" : of].filter(Boolean).join(" "),
    named,
    style: own ? style : {...style, opacity: UNDER}
  };
}

function describe(run: LiveRun | undefined, names: readonly string[], label: string): string {
  if (!run || run.columns.rows === 0) return `Nothing has been trained yet.`;
  const {columns} = run;
  const known = names.filter((name) => has(columns, name));
  const ends = known.slice(0, IN_LEGEND).map((name) => {
    const {values} = columns.column(name);
    const value = values.findLast(Number.isFinite) ?? NaN;
    return `${name.startsWith("gradient") ? label : plainText(columnLabel(name))} ${formatMeasured(value)}`;
  });
  const rest = known.length > IN_LEGEND ? `, and ${known.length - IN_LEGEND} more` : "";
  return `Up to epoch ${formatEpoch(columns.lastEpoch)}: at the end ${ends.join(", ")}${rest}.`;
}
