import {fragment} from "./fragment.js";
import type {Resolver} from "./resolve.js";

/** `:file[PATH]`: a link to a file of the site that is no page, at the address that it has there. */
export const fileRole: Resolver = ({content}) =>
  fragment`<a href="./${content}" rel="external"><code>${content.split("/").at(-1)!}</code></a>`;
