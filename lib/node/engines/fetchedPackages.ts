import {createRequire} from "node:module";
import {join} from "node:path";
import {fetchEngines} from "./fetchEngines.js";

/** Loads packages that are fetched with the engines, and are not among this project's own: their types are not known. */
export async function fetchedPackages(): Promise<NodeJS.Require> {
  return createRequire(join(await fetchEngines(), "package.json"));
}
