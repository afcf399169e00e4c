import {fragment} from "./fragment.js";
import type {Resolver} from "./resolve.js";

/**
 * `:note[markup]`: a numbered note. On a wide screen it stands in the margin; on a narrow one a tap on its number unfolds
 * it. A checkbox does that, so it works without scripts.
 */
export const noteOpening: Resolver = (_, page) => {
  const number = ++page.notes;
  const id = `note-${number}`;
  return fragment`<span class="note"><input type="checkbox" class="note-toggle" id="${id}-toggle" aria-label="Note ${number}" aria-controls="${id}"><label class="note-mark" for="${id}-toggle" aria-hidden="true">${number}</label><span class="note-body" id="${id}" role="note" aria-label="Note ${number}"><span class="note-number" aria-hidden="true">${number}</span> `;
};

export const noteClosing: Resolver = () => fragment`</span></span>`;
