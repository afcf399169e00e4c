import {courseCharts} from "./courseCharts.js";
import type {LabChart} from "./panel.js";

/** The lab's charts, in the order of the page. */
export const charts: readonly LabChart[] = [
  courseCharts.error,
  courseCharts.U,
  courseCharts.V,
  courseCharts.norm,
  courseCharts.angle
];
