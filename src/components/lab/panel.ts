import {make} from "../dom.js";
import {followEpoch} from "./epochPointer.js";
import type {Drawn} from "./frames.js";
import {morph} from "./morph.js";
import {panelTools, type ChartTable} from "./panelTools.js";
import type {LabView} from "./view.js";

/** A chart of the lab, and the numbers behind it. */
export interface LabChart {
  /** for ids and file names */
  id: string;
  title: string;
  /** the height for a width (px) and a number of hidden units */
  height(width: number, hidden: number): number;
  draw(view: LabView, size: {width: number; height: number}): SVGSVGElement;
  /** the numbers, for a reader who wants to read them or cannot see the chart */
  table(view: LabView): ChartTable;
  /** the epoch at a place (px) of the drawing, if the chart has an axis of epochs */
  epochAt?(view: LabView, size: {width: number; height: number}, x: number): number;
}

/** The height (px) of a chart of this width, where it asks for no other: none fills a screen. */
export function labHeight(width: number): number {
  return Math.round(Math.min(0.62 * width, 340));
}

/** A drawing that takes longer (ms) is drawn with half the details next time, as long as the run trains. */
const SLOW = 7;
const LEAST_DETAIL = 1 / 8;

/** A chart on the page, with its table and its pictures. */
export interface LabPanel extends Drawn {
  element: HTMLElement;
  /** holds the drawing */
  place: HTMLElement;
}

/** What a panel needs of the lab. */
export interface PanelContext {
  /** undefined while there is nothing to draw */
  view(): LabView | undefined;
  /** asks for a panel to be drawn */
  redraw(panel: LabPanel): void;
  /** an epoch that the reader has pointed at */
  choose(epoch: number): void;
}

/** Puts a chart on the page. It is as wide as its place, and drawn only while it is near the screen. */
export function labPanel(chart: LabChart, {view, redraw, choose}: PanelContext): LabPanel {
  const place = make("div", {class: "lab-chart"});
  const tools = panelTools({
    title: chart.title,
    place,
    file: () => chart.id,
    table() {
      const now = view();
      return now && chart.table(now);
    }
  });
  const element = make(
    "section",
    {class: "lab-panel", id: `lab-panel-${chart.id}`, "aria-label": chart.title},
    place,
    tools.element
  );
  let width = 0;
  let visible = true;
  let detail = 1;

  const sizeFor = ({columns}: LabView) => ({width, height: chart.height(width, columns.hidden)});

  const panel: LabPanel = {
    element,
    place,
    get visible() {
      return visible && width > 0;
    },
    draw() {
      const start = performance.now();
      const now = view();
      if (!now) return;
      if (!now.growing) detail = 1;
      const drawing = chart.draw({...now, detail}, sizeFor(now));
      const shown = place.firstElementChild;
      if (shown) morph(shown, drawing);
      else place.append(drawing);
      if (!now.growing) tools.update();
      if (now.growing && performance.now() - start > SLOW) detail = Math.max(LEAST_DETAIL, detail / 2);
    }
  };

  if (chart.epochAt)
    followEpoch(
      place,
      (x) => {
        const now = view();
        return now && chart.epochAt?.(now, sizeFor(now), x);
      },
      choose
    );
  new ResizeObserver(([entry]) => {
    const now = Math.round(entry!.contentRect.width);
    if (now === width) return;
    width = now;
    place.style.minHeight = `${chart.height(width, 3)}px`;
    redraw(panel);
  }).observe(place);
  new IntersectionObserver(
    ([entry]) => {
      visible = entry!.isIntersecting;
      if (visible) redraw(panel);
    },
    {rootMargin: "80px"}
  ).observe(element);
  return panel;
}
