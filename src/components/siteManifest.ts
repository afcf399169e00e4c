import {parseManifest} from "../lib/evidence/manifest.js";
import {dataFolder} from "./dataFolder.js";
import {fetched} from "./fetched.js";
import {remembered} from "./remembered.js";

/**
 * What the runs have to come to, as the site has it.
 * @throws Error with a sentence if it cannot be fetched or read
 */
export const siteManifest = remembered(async () => {
  const response = await fetched(`${dataFolder}/manifest.json`, "The manifest", {cache: "no-cache"});
  return parseManifest(await response.text(), "data/manifest.json");
});
