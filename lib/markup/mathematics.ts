import katex from "katex";
import {fragment, raw, type Html} from "./fragment.js";
import type {EquationFacts, FormulaFacts} from "./mathSyntax.js";
import type {Resolver} from "./resolve.js";

/** TeX up to this length is never broken at the end of a line. */
const SHORT = 24;

/** Browsers would break a line between a formula and the comma after it. */
const WORD_JOINER = "\u2060";

/** `$…$`: mathematics within a line. */
export const math: Resolver = ({content, meta}) => {
  const {after, before, name} = meta as FormulaFacts;
  const formula = name === undefined ? typeset(content, false) : named(name, typeset(content, false));
  const whole = content.length > SHORT ? formula : fragment`<span class="formula">${formula}</span>`;
  return fragment`${after ? WORD_JOINER : null}${whole}${before ? WORD_JOINER : null}`;
};

/** `$$ … $$`: displayed mathematics; with a label it has a number, which is its permalink. */
export const equation: Resolver = ({content, info, meta}, {report}) => {
  if (!(meta as EquationFacts).closed) throw new Error("A displayed equation is not closed: end it with “$$”.");
  const body = fragment`<div class="equation-body">${typeset(content, true)}</div>`;
  if (info === "") return fragment`<div class="equation">${body}</div>\n`;
  const number = report.labels().get(info)?.text ?? "";
  const name = `Permalink to equation ${number}`;
  return fragment`<div class="equation" id="${info}">${body}<a class="permalink equation-number" href="#${info}" aria-label="${name}">${number}</a></div>\n`;
};

function named(name: string, formula: Html): Html {
  return fragment`<span role="img" aria-label="${name}">${formula}</span>`;
}

/**
 * TeX as HTML for the eye and MathML for other readers.
 * @throws Error with KaTeX's reason if it is not valid TeX
 */
export function typeset(tex: string, displayMode: boolean): Html {
  try {
    return raw(katex.renderToString(tex, {displayMode, throwOnError: true, strict: "error"}));
  } catch (error) {
    const reason = (error as Error).message.replace(/^KaTeX parse error: /, "");
    throw new Error(`“${tex}” is not valid TeX: ${reason}`, {cause: error});
  }
}
