import {fragment, type Html} from "./fragment.js";
import {quantity, quantityText} from "./quantity.js";
import type {Resolver} from "./resolve.js";

/** `:value[RUN QUANTITY]` or `:value[RUN QUANTITY FORMAT]`: a number that the run gave. */
export const valueRole: Resolver = ({content}, {report}) => {
  const [run, name, format, ...rest] = content.split(/\s+/);
  if (!run || !name || rest.length > 0) throw new Error(`Write :value[RUN QUANTITY], not :value[${content}].`);
  const snapshot = report.snapshot(report.run(run).id);
  if (name === "digest") return shortDigest(snapshot.digest);
  return fragment`<data class="value" value="${quantity(snapshot, name)}">${quantityText(quantity(snapshot, name), name, format)}</data>`;
};

/** The first digits of a digest, which tell the runs of this report apart; the whole of it on hovering. */
export function shortDigest(digest: string): Html {
  return fragment`<code class="digest" title="SHA-256 ${digest}">${digest.slice(0, 12)}</code>`;
}
