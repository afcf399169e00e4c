import {fragment} from "./fragment.js";
import type {Resolver} from "./resolve.js";

/** A table scrolls by itself where the screen is too narrow for it. */
export const tableOpening: Resolver = () => fragment`<div class="table"><table>\n`;

export const tableClosing: Resolver = () => fragment`</table></div>\n`;
