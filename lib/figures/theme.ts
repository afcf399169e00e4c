/**
 * Colours, by the name of their custom property. An inlined SVG takes them from the page (src/theme/colours.css), and so
 * follows its theme.
 */
export interface Palette {
  /** the ground */
  paper: string;
  /** text, and the target function */
  ink: string;
  /** axes and their labels */
  muted: string;
  /** grid lines */
  grid: string;
  learned: string;
  "test-error": string;
  "train-error": string;
  /** bias units and their weights */
  bias: string;
  "unit-0": string;
  "unit-1": string;
  "unit-2": string;
  "unit-3": string;
  "unit-4": string;
  "unit-5": string;
  "unit-6": string;
  "unit-7": string;
}

export type ColourName = keyof Palette;

/**
 * Each pair that stands together in a figure of the paper differs for protanopes, deuteranopes and tritanopes too, and
 * each line has a contrast of 3 to 1 with the ground (tested in test/figures). A unit has the same hue in both themes.
 */
export const light: Palette = {
  paper: "#ffffff",
  ink: "#1a1a1a",
  muted: "#5c6167",
  grid: "#e6e7e9",
  learned: "#d8480a",
  "test-error": "#0b63ad",
  "train-error": "#a9760a",
  bias: "#767b81",
  "unit-0": "#04a2b8",
  "unit-1": "#6129a3",
  "unit-2": "#c08636",
  "unit-3": "#9f1a5d",
  "unit-4": "#397919",
  "unit-5": "#6977f1",
  "unit-6": "#6e3c0e",
  "unit-7": "#115776"
};

export const dark: Palette = {
  paper: "#15171b",
  ink: "#eceef0",
  muted: "#a4a9b0",
  grid: "#2c3036",
  learned: "#ff8a4f",
  "test-error": "#62b0f5",
  "train-error": "#e0b040",
  bias: "#949aa1",
  "unit-0": "#4fe3e0",
  "unit-1": "#9a63bf",
  "unit-2": "#ddb234",
  "unit-3": "#cc5470",
  "unit-4": "#bae88c",
  "unit-5": "#628ce7",
  "unit-6": "#ba842e",
  "unit-7": "#85b4f0"
};

/** Font stacks, by the name of the custom property that a page may set. */
export const fonts = {
  sans: "'Source Sans 3 Variable', 'Source Sans 3', 'Helvetica Neue', Arial, sans-serif",
  maths: "KaTeX_Math, 'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif"
} as const;

/** Text sizes (px) at a panel's nominal width. */
export const sizes = {title: 13.5, text: 12, tick: 11.5} as const;

/** A colour as an attribute's value: the page's custom property, or the light theme's colour where there is none. */
export function colour(name: ColourName): string {
  return `var(--${name}, ${light[name]})`;
}

/** A font stack as an attribute's value. */
export function font(name: keyof typeof fonts): string {
  return `var(--${name}, ${fonts[name]})`;
}

/** A rim of the ground around a text that may lie on lines. */
export const halo = {
  stroke: colour("paper"),
  "stroke-width": 3,
  "stroke-linejoin": "round",
  "paint-order": "stroke"
} as const;

/** How a line is drawn. */
export interface LineStyle {
  colour: ColourName;
  /** stroke-dasharray (px); undefined for a solid line */
  dash: string | undefined;
  /** of a line that stands behind others, or of an area; 1 where it is not given */
  opacity?: number | undefined;
}

/** So many hidden units have a colour of their own; the next ones take the colours again, with other dashes. */
const UNIT_COLOURS = 8;

/**
 * The line of a hidden unit's weight: the colour tells the unit, long or short dashes tell the input (x: solid, the bias
 * X1: dashed), and dots between the dashes count how often the colours have been used up.
 *
 * @param input 0 for U[k][0] and for V[k], 1 for U[k][1].
 */
export function unitStyle(unit: number, input: 0 | 1): LineStyle {
  const dots = " 1.5 2.5".repeat(Math.floor(unit / UNIT_COLOURS));
  const solid = dots ? `10 2.5${dots}` : undefined;
  return {
    colour: `unit-${unit % UNIT_COLOURS}` as ColourName,
    dash: input === 1 ? `4.5 2.5${dots}` : solid
  };
}

export const targetStyle: LineStyle = {colour: "ink", dash: undefined};
export const learnedStyle: LineStyle = {colour: "learned", dash: undefined};
export const biasStyle: LineStyle = {colour: "bias", dash: undefined};

/**
 * The line of a recorded column, `test_loss`, `train_loss`, `U_k_j` or `V_k`.
 *
 * @param hidden h, which tells the bias unit V[h-1] from the others.
 * @throws RangeError for any other name.
 */
export function columnStyle(column: string, hidden: number): LineStyle {
  if (column === "test_loss") return {colour: "test-error", dash: undefined};
  if (column === "train_loss") return {colour: "train-error", dash: "5 2.5"};
  const match = /^(?:U_(\d+)_([01])|V_(\d+))$/.exec(column);
  if (!match) throw new RangeError(`No style is known for the column “${column}”: add it to lib/figures/theme.ts.`);
  const unit = Number(match[1] ?? match[3]);
  if (match[3] !== undefined && unit === hidden - 1) return biasStyle;
  return unitStyle(unit, match[2] === "1" ? 1 : 0);
}

/** The label (markup of label.ts) of a recorded column. */
export function columnLabel(column: string): string {
  if (column === "test_loss") return "test";
  if (column === "train_loss") return "training";
  const [letter, ...indices] = column.split("_");
  return `$${letter}_{${indices.join(",")}}$`;
}
