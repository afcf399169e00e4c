import {cutAtRaised} from "../../lib/figures/superscript.js";
import {make} from "../dom.js";

/** A text in which powers of ten are raised by the page, for few fonts have all of Unicode's superscript digits. */
export function raised(text: string): (Node | string)[] {
  return cutAtRaised(text).map((piece, i) => (i % 2 ? make("sup", {}, piece) : piece));
}
