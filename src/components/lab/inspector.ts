import {drawChart} from "../../lib/figures/chart.js";
import {coursesDrawing, type Course} from "../../lib/figures/charts/courses.js";
import {plainText} from "../../lib/figures/label.js";
import {formatEpoch, formatMeasured} from "../../lib/figures/numberFormat.js";
import {columnLabel, columnStyle} from "../../lib/figures/theme.js";
import {weightNames} from "../../lib/model/history.js";
import {make} from "../dom.js";
import {courseTable} from "./courseCharts.js";
import {equations} from "./equations.js";
import {morph} from "./morph.js";
import {panelTools} from "./panelTools.js";
import {raised} from "./raised.js";
import type {LabView} from "./view.js";

/** Below the network: one of its weights with its course, and its equations with the present numbers. */
export interface Inspector {
  element: HTMLElement;
  draw(view: LabView, width: number): void;
}

const HEIGHT = 130;

/** @param choose is called with the column of the weight that the reader has chosen; null for none */
export function inspector(network: HTMLElement, choose: (weight: string | null) => void): Inspector {
  const select = make("select", {id: "lab-weight", autocomplete: "off"});
  const value = make("output", {for: select.id});
  const course = make("div", {class: "lab-course"});
  const formulas = make("div", {class: "lab-formulas", tabindex: 0, role: "region", "aria-label": "The equations"});
  const details = make(
    "details",
    {class: "lab-equations"},
    make("summary", {}, "Equations with these numbers"),
    formulas
  );
  let latest: {view: LabView; width: number} | undefined;
  const tools = panelTools({
    title: "Course of the weight",
    place: course,
    file: () => latest?.view.weight ?? "",
    table() {
      const view = latest?.view;
      return view && view.weight !== null ? courseTable([courseOf(view, view.weight)], view) : undefined;
    }
  });
  let names: string[] = [];

  select.addEventListener("change", () => choose(select.value || null));
  details.addEventListener("toggle", () => latest && draw(latest.view, latest.width));
  const point = ({target}: Event) => {
    const weight =
      target instanceof Element ? target.closest<SVGElement>("[data-weight]")?.dataset["weight"] : undefined;
    if (weight) choose(weight);
  };
  network.addEventListener("pointerover", point);
  network.addEventListener("click", point);

  function draw(view: LabView, width: number): void {
    latest = {view, width};
    const {columns, row, epoch, weight, window, detail, growing} = view;
    const all = weightNames(columns.hidden);
    if (all.join() !== names.join()) {
      names = all;
      const options = all.map((name) => make("option", {value: name}, plainText(columnLabel(name))));
      select.replaceChildren(make("option", {value: ""}, "none"), ...options);
    }
    select.value = weight ?? "";
    course.hidden = tools.element.hidden = weight === null;
    if (weight !== null) {
      const line = courseOf(view, weight);
      value.replaceChildren(...raised(`${formatMeasured(line.values[row]!)} in epoch ${formatEpoch(epoch)}`));
      const description = `The weight ${plainText(columnLabel(weight))} over the epochs.`;
      const drawing = coursesDrawing(
        {label: "", scale: "linear", courses: [line], description},
        {window, width: width * detail, epoch: view.chosen ? epoch : undefined}
      );
      const name = {id: "lab-course", kind: "courses", letter: "", title: columnLabel(weight)};
      const drawn = drawChart(name, drawing, {document, width, height: HEIGHT});
      if (course.firstElementChild) morph(course.firstElementChild, drawn);
      else course.append(drawn);
      if (!growing) tools.update();
    } else value.textContent = "point at a line, or choose here";
    if (details.open) formulas.replaceChildren(...equations(view));
  }

  return {
    element: make(
      "div",
      {class: "lab-inspector"},
      make("div", {class: "lab-line"}, make("label", {for: select.id}, "Weight"), select, value),
      course,
      tools.element,
      details
    ),
    draw
  };
}

function courseOf({columns}: LabView, weight: string): Course {
  return {name: weight, run: "present", style: columnStyle(weight, columns.hidden), ...columns.column(weight)};
}
