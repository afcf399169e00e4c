import {cutAtRaised, lowered} from "./superscript.js";
import {element, type Attributes} from "./svg.js";
import {font} from "./theme.js";

/**
 * Labels are written as the captions are: words, and mathematics between dollar signs, of which this much is known:
 * single letters are set in italics, `\name` upright, `_` and `^` lower and raise what follows, a character or a group
 * in braces. Unicode's superscript digits (10⁻³) are raised too, for few fonts have them all.
 */
interface Piece {
  text: string;
  italic: boolean;
  /** -1 below the line, 1 above it */
  level: -1 | 0 | 1;
}

const TOKEN = /([_^])(?:\{([^}]*)\}|(.))|\\([a-z]+)|([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)|([A-Za-zσλη])|([^_^\\⁰¹²³⁴⁵⁶⁷⁸⁹⁻A-Za-zσλη]+)/g;

function pieces(markup: string): Piece[] {
  return markup.split("$").flatMap((part, i) => (i % 2 ? mathematics(part, 0) : words(part)));
}

function words(text: string): Piece[] {
  return cutAtRaised(text)
    .map((part, i) => upright(part, i % 2 ? 1 : 0))
    .filter(({text}) => text !== "");
}

function upright(text: string, level: Piece["level"] = 0): Piece {
  return {text, italic: false, level};
}

function mathematics(source: string, level: Piece["level"]): Piece[] {
  return [...source.matchAll(TOKEN)].flatMap(([, shift, group, single, name, raised, letter, rest]) => {
    if (shift) return mathematics(group ?? single!, shift === "_" ? -1 : 1);
    if (raised) return [upright(lowered(raised), 1)];
    if (letter) return [{text: letter, italic: true, level}];
    return [upright(name ?? rest!.replaceAll("-", "−"), level)];
  });
}

/** The label without markup, for screen readers and attributes: U_{0,1} becomes U[0,1], f_1 becomes f1. */
export function plainText(markup: string): string {
  return markup
    .replace(/_\{([^}]*)\}/g, "[$1]")
    .replace(/\^\{([^}]*)\}/g, "^$1")
    .replace(/_(\w)/g, "$1")
    .replace(/[$\\]/g, "");
}

const SMALL = 0.74;

/** A text element with its markup set: `x` and `y` (px) place its anchor on the base line. */
export function label(
  document: Document,
  markup: string,
  {size, ...attributes}: Attributes & {x: number; y: number; size: number}
): SVGElement {
  let level = 0;
  const parts = pieces(markup).map((piece) => {
    const dy = (level - piece.level) * size * (piece.level > 0 || level > 0 ? 0.36 : 0.22);
    level = piece.level;
    if (dy === 0 && piece.level === 0 && !piece.italic) return piece.text;
    return element(
      document,
      "tspan",
      {
        dy: dy || undefined,
        "font-size": piece.level ? size * SMALL : undefined,
        "font-family": piece.italic ? font("maths") : undefined,
        "font-style": piece.italic ? "italic" : undefined
      },
      [piece.text]
    );
  });
  return element(document, "text", {"font-size": size, ...attributes}, parts);
}

/** Advance widths of Source Sans 3 at weight 400, in hundredths of the size, for the characters from space to tilde. */
const WIDTHS = (
  "20 29 43 50 50 82 61 25 30 30 42 50 25 31 25 35 50 50 50 50 50 50 50 50 50 50 25 25 50 50 50 42 " +
  "85 54 59 57 61 53 49 62 65 26 48 58 49 73 65 66 57 66 57 53 54 64 51 79 51 48 54 30 35 30 50 50 " +
  "54 50 55 46 55 50 29 50 54 25 25 49 25 83 55 54 55 55 35 42 34 54 47 72 45 47 42 30 24 30 50"
)
  .split(" ")
  .map(Number);

/** How wide (px) a label is set, from a table, since nothing can be measured without a browser. */
export function labelWidth(markup: string, size: number): number {
  let width = 0;
  for (const {text, level} of pieces(markup))
    for (const character of text) width += (WIDTHS[character.charCodeAt(0) - 32] ?? 54) * (level ? SMALL : 1);
  return (width / 100) * size;
}
