import {parseArgs} from "node:util";
import {Complaint} from "./complaint.mjs";

export const usage = `npm start -- [--port NUMBER] [--base /NAME/]

  --port NUMBER   where to serve, 3000 unless said otherwise; 0 takes any free port
  --base /NAME/   the path below which to serve, / unless said otherwise`;

/**
 * Reads the options of `npm start`.
 *
 * @param {string[]} args
 * @returns {{port: number, base: string, help: boolean}} base begins and ends with a slash
 * @throws {Complaint} for anything that is not an option or not a value of it
 */
export function startOptions(args) {
  const {port, base, help} = parsed(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new Complaint(`--port takes a whole number from 0 to 65535, not “${port}”: try npm start -- --port 3000.`);
  if (!/^(\/[\w.~-]+)*\/?$/.test(base) || /\/\.\.?(\/|$)/.test(base))
    throw new Complaint(`--base takes a path such as /name/, not “${base}”: try npm start -- --base /name/.`);
  return {port: Number(port), base: base.endsWith("/") ? base : `${base}/`, help};
}

function parsed(args) {
  try {
    return parseArgs({
      args,
      options: {
        port: {type: "string", default: "3000"},
        base: {type: "string", default: "/"},
        help: {type: "boolean", default: false}
      }
    }).values;
  } catch {
    throw new Complaint(`npm start does not understand “${args.join(" ")}”: it takes --port NUMBER and --base /NAME/.`);
  }
}
