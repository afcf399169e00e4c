import {fragment} from "./fragment.js";
import type {Resolver} from "./resolve.js";

/** `:scripted[Drag the slider …]`: words about what only scripts can do, which are left out on paper and without scripts. */
export const scriptedRole: Resolver = ({content}, page) =>
  fragment`<span class="with-scripts">${page.inline(content, "words for readers with scripts")}</span>`;
