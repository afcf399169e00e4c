import {make} from "../dom.js";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
const PLAIN = "0123456789−";

/** A text in which powers of ten are raised by the page, for few fonts have all of Unicode's superscript digits. */
export function raised(text: string): (Node | string)[] {
  return text.split(/([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)/).map((part, i) => {
    if (i % 2 === 0) return part;
    return make("sup", {}, [...part].map((digit) => PLAIN[SUPERSCRIPTS.indexOf(digit)]).join(""));
  });
}
