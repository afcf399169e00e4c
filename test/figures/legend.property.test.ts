import fc from "fast-check";
import {expect, it} from "vitest";
import {labelWidth} from "../../lib/figures/label.js";
import {drawLegend, legendRows, type LegendEntry} from "../../lib/figures/legend.js";
import {document} from "./syntheticFigure.js";

const entry: fc.Arbitrary<LegendEntry> = fc.record({
  mark: fc.constantFrom("line" as const, "dot" as const, "cross" as const),
  style: fc.constant({colour: "unit-0" as const, dash: undefined}),
  label: fc.constantFrom("test", "last 0.0128", "lowest 0.0008, epoch 754", "$U_{10,1}$")
});

it("no entry is lost, order is kept, and none reaches beyond the panel or into the axis's label", () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(entry, {maxLength: 30}), {maxLength: 3}),
      fc.integer({min: 220, max: 420}),
      (groups, width) => {
        const rows = legendRows(groups, width - 50, width);
        expect(rows.flat()).toEqual(groups.flat());
        expect(rows.every((row) => row.length > 0)).toBe(true);
        const texts = [...drawLegend(document, rows, width, 20).querySelectorAll("text")];
        rows.flat().forEach(({label}, i) => {
          const x = Number(texts[i]!.getAttribute("x"));
          expect(x + labelWidth(label, 12)).toBeLessThanOrEqual(width + 0.5);
          expect(x).toBeGreaterThan(texts[i]!.getAttribute("y") === "20" ? 50 : 0);
        });
      }
    )
  ));
