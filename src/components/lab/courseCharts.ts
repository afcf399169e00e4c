import {drawChart} from "../../lib/figures/chart.js";
import {coursesDrawing, type Course, type Courses} from "../../lib/figures/charts/courses.js";
import {epochAt} from "../../lib/figures/interaction.js";
import {plainText} from "../../lib/figures/label.js";
import {
  angleCourses,
  errorCourses,
  normCourses,
  weightCourses,
  type LiveRun
} from "../../lib/figures/live/liveCourses.js";
import {layout} from "../../lib/figures/layout.js";
import {formatMeasured} from "../../lib/figures/numberFormat.js";
import {columnLabel} from "../../lib/figures/theme.js";
import {labHeight, type LabChart} from "./panel.js";
import type {ChartTable} from "./panelTools.js";
import type {LabView} from "./view.js";

/** The rows of a table of a course at the most, beside the epoch that is shown. */
const TABLE_ROWS = 40;

/** The present run, and those pinned beside it. */
export function runsOf({columns, pins}: LabView): LiveRun[] {
  return [{id: "present", columns}, ...pins.map(({id, columns, letter}) => ({id, columns, label: letter}))];
}

/** The charts over epochs, by what they show. */
export const courseCharts = {
  error: chartOf("error", "Error on the test and the training set", (view) => errorCourses(runsOf(view), view.scale)),
  U: chartOf("U", "Weights $U$", (view) => weightCourses(runsOf(view), "U")),
  V: chartOf("V", "Weights $V$", (view) => weightCourses(runsOf(view), "V")),
  norm: chartOf("gradient-norm", "Norm of the gradient", (view) => normCourses(runsOf(view), view.scale)),
  angle: chartOf("gradient-angle", "Angle between consecutive gradients", (view) =>
    angleCourses(runsOf(view), "linear")
  )
};

function chartOf(id: string, title: string, courses: (view: LabView) => Courses): LabChart {
  const drawingOf = (view: LabView, width: number) => {
    const epoch = view.chosen ? view.epoch : undefined;
    return coursesDrawing(courses(view), {window: view.window, width: width * view.detail, epoch});
  };
  return {
    id,
    title: plainText(title),
    height: labHeight,
    draw(view, {width, height}) {
      const drawing = drawingOf(view, width);
      return drawChart({id: `lab-${id}`, kind: "courses", letter: "", title}, drawing, {document, width, height});
    },
    epochAt: (view, {width, height}, x) => epochAt(layout(drawingOf(view, width), width, height), x),
    table: (view) => courseTable(courses(view).courses.toReversed(), view)
  };
}

/** Some epochs of all courses, evenly spread, and the one that is shown. */
export function courseTable(courses: readonly Course[], {columns, window, row: shown}: LabView): ChartTable {
  const {epochs} = columns.column("test_loss");
  const [first, last] = [Math.max(0, columns.rowAt(window[0])), columns.rowAt(window[1])];
  const rows = new Set([shown]);
  for (let i = 0; i < TABLE_ROWS; ++i) rows.add(Math.round(first + ((last - first) * i) / (TABLE_ROWS - 1)));
  const kept = [...rows].filter((row) => row >= first && row <= last).sort((a, b) => a - b);
  return {
    heads: ["epoch", ...courses.map(({label, name, run}) => plainText(label || named(name, run)))],
    rows: kept.map((row) => [epochs[row]!, ...courses.map((course) => valueAt(course, epochs[row]!))]),
    ...(kept.length < last - first + 1 ? {note: "Some of its epochs; the files below have all."} : {})
  };
}

function named(name: string, run: string | undefined): string {
  const column = /^[UV]_/.test(name) ? columnLabel(name) : name.replace("gradient_", "");
  return run === "present" ? column : `${column}, pinned`;
}

/** The value of a course at an epoch; empty if it has none there. */
function valueAt({values, epochs}: Course, epoch: number): string {
  const row = (epochs as Float64Array).indexOf(epoch);
  return row < 0 || Number.isNaN(values[row]!) ? "" : formatMeasured(values[row]!);
}
