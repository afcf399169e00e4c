import {drawChart, type ChartOptions, type DrawingName} from "../chart.js";
import type {Point} from "../curve.js";
import type {Drawing, Plot} from "../drawing.js";
import {plainText} from "../label.js";
import type {LegendEntry} from "../legend.js";
import {line, linePath} from "../line.js";
import type {Tick} from "../numberFormat.js";
import {extentOfValues, padded, type Axis} from "../scales.js";
import {element} from "../svg.js";
import {colour, type LineStyle} from "../theme.js";

/** A point of a scatter plot. */
export interface ScatterPoint {
  x: number;
  y: number;
  /** for `data-name` and the tooltip: a run's id, say */
  name: string;
  /** a ring in place of a disc */
  hollow?: boolean;
}

/** A line that the points are compared with. */
export interface ScatterLine {
  /** for `data-series` */
  name: string;
  /** for the legend, in markup of label.ts */
  label?: string;
  style: LineStyle;
  points: readonly Point[];
}

/** What an axis shows. */
export interface ScatterAxis {
  /** markup of label.ts */
  label: string;
  scale: "linear" | "log";
  /** in place of round values */
  ticks?: readonly Tick[];
  /** in place of the extent of all points and lines */
  domain?: readonly [number, number];
}

/** Points, and lines they are compared with: onset against the bits of the arithmetic, for one. */
export interface Scatter {
  x: ScatterAxis;
  y: ScatterAxis;
  points: readonly ScatterPoint[];
  lines?: readonly ScatterLine[];
  /** behind lines and points: between the lower and the upper line, at the same x */
  band?: {low: readonly Point[]; high: readonly Point[]; label: string};
  description: string;
}

/** The opacity of a band of tolerance. */
const OPACITY = 0.14;

/** px */
const TALLEST = 460;

/** Points, and the lines and the band that they are compared with. */
function scatterDrawing({x, y, points, lines = [], band, description}: Scatter): Drawing {
  const held = [...points.map((point): Point => [point.x, point.y]), ...lines.flatMap((one) => one.points)];
  const axis = ({label, scale, ticks, domain}: ScatterAxis, values: readonly number[]): Axis => {
    const extent = extentOfValues(values, scale);
    return {kind: scale, domain: domain ?? padded(extent, scale), label, ...(ticks ? {ticks} : {})};
  };
  const bandStyle: LineStyle = {colour: "ink", dash: undefined, opacity: OPACITY};
  const legend: LegendEntry[] = [
    ...lines.flatMap(({label, style}): LegendEntry[] => (label ? [{mark: "line", style, label}] : [])),
    ...(band ? [{mark: "band", style: bandStyle, label: band.label} as const] : [])
  ];
  return {
    axes: {
      x: {
        ...axis(
          x,
          held.map(([value]) => value)
        ),
        grid: true
      },
      y: axis(
        y,
        held.map(([, value]) => value)
      )
    },
    legend: legend.length > 0 ? [legend] : [],
    labelRoom: 0,
    description,
    inside: (plot) => [
      ...(band ? [tolerance(plot, band.low, band.high)] : []),
      ...lines.map((one) => line(plot, one.points, one.style, {"data-series": one.name}))
    ],
    above: (plot) => points.flatMap((point) => drawPoint(plot, point))
  };
}

/** Draws points and what they are compared with. */
export function drawScatter(
  name: Omit<DrawingName, "kind">,
  scatter: Scatter,
  {document, width}: Pick<ChartOptions, "document" | "width">
): SVGSVGElement {
  const height = Math.min(Math.round(width * 0.8), TALLEST);
  return drawChart({...name, kind: "scatter"}, scatterDrawing(scatter), {document, width, height});
}

function tolerance({document, x, y}: Plot, low: readonly Point[], high: readonly Point[]): SVGElement {
  const outline = [...low, ...[...high].reverse()].map(([px, py]) => [x(px), y(py)] as const);
  const d = `${linePath(outline)}z`;
  return element(document, "path", {class: "series band", d, fill: colour("ink"), "fill-opacity": OPACITY});
}

function drawPoint({document, x, y}: Plot, point: ScatterPoint): SVGElement[] {
  const [px, py] = [x(point.x), y(point.y)];
  if (!Number.isFinite(px) || !Number.isFinite(py)) return [];
  const hue = colour("test-error");
  const disc = {cx: px, cy: py, r: point.hollow ? 3.6 : 4, fill: point.hollow ? colour("paper") : hue};
  const rim = point.hollow ? {stroke: hue, "stroke-width": 1.8} : {stroke: colour("paper"), "stroke-width": 1};
  const name = element(document, "title", {}, [plainText(point.name)]);
  return [element(document, "circle", {class: "mark-dot", "data-name": point.name, ...disc, ...rim}, [name])];
}
