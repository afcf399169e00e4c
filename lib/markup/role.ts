import {compareRole} from "./compareRole.js";
import {fileRole} from "./fileRole.js";
import {paperRole} from "./paperRole.js";
import {refRole} from "./reference.js";
import {reportRole} from "./reportRole.js";
import type {Resolver} from "./resolve.js";
import {runRole} from "./runChip.js";
import {valueRole} from "./valueRole.js";

const roles: Readonly<Record<string, Resolver>> = {
  run: runRole,
  value: valueRole,
  paper: paperRole,
  compare: compareRole,
  ref: refRole,
  file: fileRole,
  report: reportRole
};

/** `:name[argument]`, whichever role it is. */
export const role: Resolver = (token, page, before) => {
  const resolver = roles[token.info];
  if (!resolver)
    throw new Error(`There is no role “:${token.info}”; there are :${Object.keys(roles).join(", :")} and :note.`);
  return resolver(token, page, before);
};
