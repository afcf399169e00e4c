import type {Manifest} from "../../lib/evidence/manifest.js";
import {dataFolder} from "../dataFolder.js";

let manifest: Promise<Manifest> | undefined;

/**
 * The digest of a run of the report, as the site's manifest has it.
 * @throws Error if the manifest cannot be fetched or read
 */
export async function manifestDigest(id: string): Promise<string | undefined> {
  manifest ??= fetch(`${dataFolder}/manifest.json`).then((response) => response.json() as Promise<Manifest>);
  return (await manifest).runs.find((entry) => entry.id === id)?.digest;
}
