import {describe, expect, it} from "vitest";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {figures} from "../../lib/figures/catalogue.js";
import {
  columnStyle,
  dark,
  light,
  unitStyle,
  type ColourName,
  type LineStyle,
  type Palette
} from "../../lib/figures/theme.js";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * How colours look to people without one kind of cone, as matrices on linear sRGB: Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), severity 1.
 */
const visions: Record<string, Matrix> = {
  "full colour vision": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
};

function linear(hex: string): Triple {
  const channel = (from: number) => {
    const value = parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const times = (matrix: Matrix, [r, g, b]: Triple) =>
  matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as unknown as Triple;

/** Oklab (Ottosson 2020): distances are roughly as they appear; 0.02 can just be seen side by side. */
function oklab(rgb: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005]
    ],
    rgb.map((value) => Math.max(0, Math.min(1, value))) as unknown as Triple
  ).map(Math.cbrt) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766]
    ],
    cones
  );
}

function distance(one: string, other: string, vision: Matrix): number {
  const [a, b] = [one, other].map((hex) => oklab(times(vision, linear(hex)))) as [Triple, Triple];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function contrast(one: string, other: string): number {
  const [high, low] = [one, other]
    .map(
      (hex) =>
        times(
          [
            [0.2126, 0.7152, 0.0722],
            [0, 0, 0],
            [0, 0, 0]
          ],
          linear(hex)
        )[0] + 0.05
    )
    .sort((a, b) => b - a) as [number, number];
  return high / low;
}

/** Lines that stand together must be this far apart, or have different dashes. */
const TOGETHER = 0.075;

/** Units that meet in no figure of the paper but may in a reader's run. */
const ANYWHERE = 0.06;

/** The lines of each panel of the paper. */
const together: [string, LineStyle[]][] = figures.flatMap(({panels}) =>
  panels.flatMap((panel): [string, LineStyle[]][] => {
    if (panel.kind === "learned")
      return [
        [
          panel.id,
          [
            {colour: "ink", dash: undefined},
            {colour: "learned", dash: undefined}
          ]
        ]
      ];
    if (panel.kind !== "error" && panel.kind !== "weights") return [];
    const {hidden} = parseRunId(panel.runs[0]!);
    return [[panel.id, panel.columns.map((column) => columnStyle(column, hidden))]];
  })
);

const pairs = <T>(items: readonly T[]) => items.flatMap((a, i) => items.slice(0, i).map((b) => [a, b] as const));

describe.each([
  ["light", light],
  ["dark", dark]
] as [string, Palette][])("the %s theme", (_, palette) => {
  it.each(Object.entries(visions))("keeps apart, for %s, the lines of every panel of the paper", (_, vision) => {
    expect(together).toHaveLength(42);
    for (const [panel, styles] of together)
      for (const [a, b] of pairs(styles))
        if (a.dash === b.dash)
          expect(
            distance(palette[a.colour], palette[b.colour], vision),
            `${panel}: ${a.colour}, ${b.colour}`
          ).toBeGreaterThan(TOGETHER);
  });

  it.each(Object.entries(visions))(
    "keeps apart, for %s, test and training error, and all units and the bias",
    (_, vision) => {
      const units = Array.from({length: 8}, (_, k): ColourName => unitStyle(k, 0).colour);
      for (const [a, b] of [...pairs([...units, "bias" as const]), ["test-error", "train-error"] as const])
        expect(distance(palette[a], palette[b], vision), `${a}, ${b}`).toBeGreaterThan(ANYWHERE);
    }
  );

  it("has lines with a contrast of 3 to 1 and texts with 4.5 to 1, as WCAG 2.1 asks", () => {
    for (const [name, value] of Object.entries(palette)) {
      if (name === "paper" || name === "grid") continue;
      const least = name === "ink" || name === "muted" ? 4.5 : 3;
      expect(contrast(value, palette.paper), name).toBeGreaterThanOrEqual(least);
    }
  });
});

describe("the line of a weight", () => {
  it("has its unit's colour in U[k,0], U[k,1] and V[k], and the bias unit's is grey", () => {
    for (let k = 0; k < 39; ++k) {
      const {colour} = columnStyle(`V_${k}`, 40);
      expect(columnStyle(`U_${k}_0`, 40).colour).toBe(colour);
      expect(columnStyle(`U_${k}_1`, 40).colour).toBe(colour);
    }
    expect(columnStyle("V_39", 40)).toEqual({colour: "bias", dash: undefined});
    expect(columnStyle("V_2", 3).colour).toBe("bias");
    expect(columnStyle("V_2", 4).colour).toBe("unit-2");
    expect(() => columnStyle("grad_V_0", 3)).toThrow(/grad_V_0/);
  });

  it("is like no other line of 40 hidden units, but that U[k,0] and V[k] are the same", () => {
    const lines = Array.from({length: 40}, (_, k) => [unitStyle(k, 0), unitStyle(k, 1)]).flat();
    expect(new Set(lines.map(({colour, dash}) => `${colour} ${dash}`)).size).toBe(80);
    expect(columnStyle("V_9", 40)).toEqual(columnStyle("U_9_0", 40));
  });
});
