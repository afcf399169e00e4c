import {fragment} from "./fragment.js";

/** In place of a button, where there are no scripts. */
export const noScripts = fragment`<noscript><p>The button needs scripts, which are switched off here.</p></noscript>`;
