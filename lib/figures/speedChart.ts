import {programNames, ratios, type Benchmark, type ProgramName} from "../evidence/benchmark.js";
import {drawingRoot} from "./chart.js";
import {label, labelWidth} from "./label.js";
import {formatDigits, logTicks} from "./numberFormat.js";
import {padded, scaleOf, type Scale} from "./scales.js";
import {element, round} from "./svg.js";
import {colour, sizes} from "./theme.js";

/** One of a program's bars. */
interface Bar {
  ratio: number;
  /** markup of label.ts */
  text: string;
  /** of the bar's ink, 0 to 1: from the smallest network to the largest */
  strength: number;
}

interface Row {
  name: ProgramName;
  bars: Bar[];
}

/** More digits of a ratio would change from one measurement to the next. */
const DIGITS = 2;

/** px, from top to bottom */
const TOP = 8;
const NAME = 19;
const BAR = 9;
const GAP = 3;
const AFTER = 10;
const BOTTOM = 40;

/** px, between a bar and its number, and beside a number */
const BESIDE = 5;

const tickText = {size: sizes.tick, fill: colour("muted")};

/**
 * Draws how many times as long as the kernel each program takes: bars on a logarithmic axis that begin at 1, to the right
 * for slower ones and to the left for faster ones, one bar for each number of hidden units.
 * @throws RangeError if the kernel was not measured
 */
export function drawSpeed(
  benchmark: Pick<Benchmark, "training">,
  {document, width}: {document: Document; width: number}
): SVGSVGElement {
  const rows = rowsOf(benchmark);
  const bars = rows.flatMap((row) => row.bars);
  const room = (some: Bar[]) => Math.max(0, ...some.map(({text}) => labelWidth(text, sizes.tick) + 2 * BESIDE));
  const domain = padded(
    [Math.min(1, ...bars.map(({ratio}) => ratio)), Math.max(1, ...bars.map(({ratio}) => ratio))],
    "log"
  );
  const [left, right] = [room(bars.filter(({ratio}) => ratio < 1)), width - room(bars.filter(({ratio}) => ratio >= 1))];
  const x = scaleOf({kind: "log", domain, label: ""}, [left, right]);
  const rowHeight = NAME + Math.max(...rows.map((row) => row.bars.length)) * (BAR + GAP) + AFTER;
  const bottom = TOP + rows.length * rowHeight;
  const size = {width, height: bottom + BOTTOM};
  return drawingRoot(
    document,
    {id: "speed", kind: "speed", letter: "", title: "Time of each program as a multiple of the kernel’s"},
    {size, box: size, description: description(rows, benchmark.training.hidden)},
    [
      element(document, "g", {class: "panel-axes"}, drawAxis(document, x, {domain, left, right, bottom})),
      ...rows.map((row, i) => drawRow(document, x, row, TOP + i * rowHeight))
    ]
  );
}

/** The slowest program first, which also says what its bars stand for. */
function rowsOf(benchmark: Pick<Benchmark, "training">): Row[] {
  const {hidden, nanoseconds} = benchmark.training;
  return (Object.keys(nanoseconds) as ProgramName[])
    .map((name) => ({name, times: ratios(benchmark, name, "kernel")}))
    .sort((a, b) => b.times[0]! - a.times[0]!)
    .map(({name, times}, i) => ({
      name,
      bars: times.map((ratio, j) => ({
        ratio,
        text: formatDigits(ratio, DIGITS) + (i === 0 ? ` with $h = ${hidden[j]!}$` : ""),
        strength: 0.5 + (0.45 * j) / Math.max(1, times.length - 1)
      }))
    }));
}

function drawRow(document: Document, x: Scale, {name, bars}: Row, top: number): SVGElement {
  const title = {x: x(1) + BESIDE + 1, y: top + 13, size: sizes.text, fill: colour("ink")};
  return element(document, "g", {class: "speed-row", "data-program": name}, [
    label(document, programNames[name], title),
    ...bars.flatMap(({ratio, text, strength}, i) => {
      const [from, to] = [Math.min(x(1), x(ratio)), Math.max(x(1), x(ratio))];
      const y = top + NAME + i * (BAR + GAP);
      const place = {x: from, y, width: Math.max(to - from, 1), height: BAR};
      const beside = ratio < 1 ? {x: from - BESIDE, "text-anchor": "end"} : {x: to + BESIDE};
      return [
        element(document, "rect", {...place, fill: colour("paper")}),
        element(document, "rect", {class: "speed-bar", ...place, fill: colour("ink"), "fill-opacity": strength}),
        label(document, text, {...beside, y: y + BAR - 0.5, ...tickText})
      ];
    })
  ]);
}

interface Edges {
  domain: [number, number];
  left: number;
  right: number;
  bottom: number;
}

function drawAxis(document: Document, x: Scale, {domain, left, right, bottom}: Edges): SVGElement[] {
  const line = (value: number, end: number, stroke: string) =>
    element(document, "path", {d: `M${round(x(value))},${TOP}V${end}`, stroke});
  const below = {"text-anchor": "middle", fill: colour("muted")};
  const ticks = logTicks(domain, Math.floor((right - left) / 56));
  return [
    ...ticks.map(({value}) => line(value, bottom, colour("grid"))),
    line(1, bottom + 5, colour("muted")),
    ...ticks.map(({value, text}) => label(document, text, {x: x(value), y: bottom + 17, ...below, size: sizes.tick})),
    label(document, "time, as a multiple of the kernel’s", {
      x: (left + right) / 2,
      y: bottom + 34,
      ...below,
      size: sizes.text
    })
  ];
}

function description(rows: readonly Row[], hidden: readonly number[]): string {
  const programs = rows.map(
    ({name, bars}) => `${programNames[name]}, ${listed(bars.map(({ratio}) => formatDigits(ratio, DIGITS)))}`
  );
  return `How many times as long as the kernel each program takes with ${listed(hidden.map(String))} hidden units, on a logarithmic axis: ${programs.join("; ")}.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;
}
