import {describe, expect, it} from "vitest";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {registry, standIns} from "../../lib/experiments/registry.js";
import {figure, figures} from "../../lib/figures/catalogue.js";
import {drawPanel} from "../../lib/figures/drawPanel.js";
import {columnStyle} from "../../lib/figures/theme.js";
import {weightNames} from "../../lib/model/history.js";
import {paperPanels} from "../site/paperPanels.js";
import {document} from "./syntheticFigure.js";

const panels = figures.flatMap((entry) => entry.panels);

it("holds the paper's nine figures and 45 panels, in the paper's order", () => {
  expect(figures.map(({id}) => id)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  expect(panels).toHaveLength(45);
  expect(panels.map(({id}) => id).sort()).toEqual(Object.keys(paperPanels).sort());
  expect(() => figure("10")).toThrow(/no figure “10”/);
});

describe.each(panels.map((panel) => [panel.id, panel] as const))("panel %s", (id, panel) => {
  const paper = paperPanels[id]!;

  it("names the run and the series that the paper shows, all of them known", () => {
    expect(panel.runs).toEqual(paper.run === undefined ? [] : [paper.run]);
    for (const run of panel.runs) expect(registry.map((known) => known.id)).toContain(run);
    if (panel.kind !== "error" && panel.kind !== "weights") return;
    expect(panel.columns).toEqual(paper.series);
    const {hidden, epochs} = parseRunId(panel.runs[0]!);
    for (const column of panel.columns) {
      expect(["test_loss", "train_loss", ...weightNames(hidden)]).toContain(column);
      expect(columnStyle(column, hidden).colour).toMatch(/./);
    }
    expect(panel.epochs).toEqual(paper.lastEpoch === undefined ? undefined : [0, paper.lastEpoch]);
    expect(panel.epochs?.[1] ?? epochs).toBeLessThanOrEqual(epochs);
  });

  it("stands on a logarithmic axis if it shows errors, and on a linear one if it shows weights", () => {
    if (panel.kind === "error") expect(panel.scale).toBe("log");
    if (panel.kind === "weights") expect(panel.scale).toBe("linear");
  });
});

it("panels that share axes say so of each other", () => {
  const shared = panels.filter((panel) => "axesHold" in panel && panel.axesHold.length > 0);
  expect(shared.map(({id}) => id).join(" ")).toBe(
    "3a 3b 3c 3f 5a 5b 5c 5d 5e 5f 5g 5h 5i 6a 6b 6c 6d 6e 6f 8a 8b 8d 8e 8f 8g 8h 8i"
  );
});

describe.each(figures.map((entry) => [entry.id, entry] as const))("the caption of figure %s", (id, entry) => {
  it("names every run that the figure shows, and no other", () => {
    const named = [...entry.caption.matchAll(/:run\[([^\]]*)\]/g)].map((match) => match[1]!);
    expect(new Set(named)).toEqual(new Set(entry.panels.flatMap((panel) => panel.runs)));
  });

  it("refers to figures and panels that exist, and closes its mathematics", () => {
    for (const [, target] of entry.caption.matchAll(/:ref\[figure-([^\]]*)\]/g))
      expect([...figures.map((other) => other.id), ...panels.map((panel) => panel.id)]).toContain(target);
    expect(entry.caption.split("$").length % 2).toBe(1);
  });

  it("starts rows with panels of its own", () => {
    expect(entry.panels.map((panel) => panel.id)).toEqual(expect.arrayContaining([...entry.rowStarts]));
  });

  if (id === "3" || id === "8")
    it("says which runs are stand-ins and names their seeds", () => {
      expect(entry.caption).toMatch(/stand-in/);
      const runs = id === "3" ? [standIns.figure3f] : [standIns.figure8R1, standIns.figure8R2];
      for (const run of runs) {
        expect(entry.caption).toContain(`“${parseRunId(run).data}”`);
        expect(entry.caption).toContain(`“${parseRunId(run).weights}”`);
      }
    });
});

it("the schema labels every layer and weight of figure 2", () => {
  const schema = drawPanel(figure("2").panels[0]!, {figure: "2", runs: {}}, {document, width: 376});
  const words = [...schema.querySelectorAll("text")].map((text) => text.textContent);
  const edges = ["U0,0", "U0,1", "U1,0", "U1,1", "Uh−2,0", "Uh−2,1", "V0,0", "V0,1", "V0,h−2", "V0,h−1"];
  expect(words).toEqual(expect.arrayContaining([...edges, "X0", "X1", "H0", "H1", "Hh−2", "Hh−1", "O0", "= 1", "σ"]));
  expect(schema.querySelectorAll(".network-bias")).toHaveLength(2);
  expect(schema.querySelectorAll(".network-sum")).toHaveLength(3);
  const grey = [...schema.querySelectorAll(".network-bias circle")].map((node) => node.getAttribute("stroke"));
  expect(new Set(grey)).toEqual(new Set(["var(--bias, #767b81)"]));
  expect(figure("2").equations).toHaveLength(5);
});
