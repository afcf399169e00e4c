import {benchRole} from "./benchRole.js";
import {claimRole} from "./claimRole.js";
import {compareRole} from "./compareRole.js";
import {ensembleRole} from "./ensembleRole.js";
import {fileRole} from "./fileRole.js";
import {instabilityRole} from "./instabilityRole.js";
import {kernelsRole} from "./kernelsRole.js";
import {labRole} from "./lab.js";
import {paperRole} from "./paperRole.js";
import {randomRole} from "./randomRole.js";
import {refRole} from "./reference.js";
import {reportRole} from "./reportRole.js";
import type {Resolver} from "./resolve.js";
import {roleNames, type RoleName} from "./roleSyntax.js";
import {runRole} from "./runChip.js";
import {valueRole} from "./valueRole.js";

const roles: Readonly<Record<Exclude<RoleName, "note">, Resolver>> = {
  run: runRole,
  value: valueRole,
  paper: paperRole,
  compare: compareRole,
  ref: refRole,
  file: fileRole,
  bench: benchRole,
  instability: instabilityRole,
  report: reportRole,
  ensemble: ensembleRole,
  random: randomRole,
  kernels: kernelsRole,
  claim: claimRole,
  lab: labRole
};

/** `:name[argument]`, whichever role it is. */
export const role: Resolver = (token, page, before) => {
  if (!Object.hasOwn(roles, token.info)) {
    const known = roleNames.map((name) => `:${name}`).join(", ");
    throw new Error(`There is no role “:${token.info}”; there are ${known}.`);
  }
  return roles[token.info as keyof typeof roles](token, page, before);
};
