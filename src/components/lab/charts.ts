import {courseCharts} from "./courseCharts.js";
import {learnedChart} from "./learnedChart.js";
import {networkChart} from "./networkChart.js";
import type {LabChart} from "./panel.js";
import {pathChart} from "./pathChart.js";

/** The lab's charts, in the order of the page. */
export const charts: readonly LabChart[] = [
  learnedChart,
  courseCharts.error,
  networkChart,
  pathChart,
  courseCharts.U,
  courseCharts.V,
  courseCharts.norm,
  courseCharts.angle
];
