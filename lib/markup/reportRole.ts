import {fragment} from "./fragment.js";
import type {Resolver} from "./resolve.js";

/** `:report[words]`: a link to where errors are reported, or the words alone where the site does not know its repository. */
export const reportRole: Resolver = ({content}, {report}) =>
  report.issues === null ? fragment`${content}` : fragment`<a href="${report.issues}">${content}</a>`;
