import {existsSync, statSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {parseChecksums, relativeAddress} from "../evidence/checksums.js";
import {writeAtomically} from "./atomicFile.js";
import {parseSettings, SETTINGS_FILE, buildSettings, type BuildSettings} from "./buildSettings.js";
import {CommandError} from "./command.js";
import {CHECKSUMS_FILE} from "./finishSite.js";

/** A built site that is to be examined, in a folder or on the web. */
export interface ExaminedSite {
  /** as it was given */
  name: string;
  settings: BuildSettings;
  /**
   * Puts its files into a folder.
   * @param expected paths to look for besides those that the site lists
   * @returns the folder that holds them; for a site on the web the new one, else its own
   */
  folder(expected: readonly string[], fresh: string): Promise<string>;
  /** whether a file that is missing may just be held back: hosts do not publish names that begin with a dot */
  mayHide(path: string): boolean;
}

/**
 * Opens a site.
 * @param place a folder, or an address that begins with http: or https:
 * @throws CommandError if there is none
 */
export async function openSite(place: string): Promise<ExaminedSite> {
  return /^https?:\/\//.test(place) ? siteOnTheWeb(place) : siteInFolder(place);
}

async function siteInFolder(name: string): Promise<ExaminedSite> {
  const folder = resolve(name);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new CommandError(
      `There is no folder ${name} to compare with: build it with npm run build, or name another with --against.`
    );
  if (!existsSync(join(folder, CHECKSUMS_FILE)) && !existsSync(join(folder, "index.html")))
    throw new CommandError(`${name} holds no built site: it has neither ${CHECKSUMS_FILE} nor index.html.`);
  const settings = join(folder, SETTINGS_FILE);
  return {
    name,
    settings: existsSync(settings)
      ? parseSettings(await readFile(settings, "utf8"), join(name, SETTINGS_FILE))
      : buildSettings(),
    folder: async () => folder,
    mayHide: () => false
  };
}

/** So many files are fetched at a time. */
const AT_ONCE = 6;
const PATIENCE = 60_000;

async function siteOnTheWeb(name: string): Promise<ExaminedSite> {
  const address = new URL(name);
  address.hash = address.search = "";
  address.pathname = address.pathname.replace(/[^/]*\.html$/, "").replace(/\/?$/, "/");
  const list = await fetched(address, CHECKSUMS_FILE);
  if (!list) throw new CommandError(`${address.href} is no site of this report: it has no ${CHECKSUMS_FILE}.`);
  const listed = [CHECKSUMS_FILE, ...listedPaths(new TextDecoder().decode(list), address)];
  const settings = await fetched(address, SETTINGS_FILE);
  return {
    name: address.href,
    settings: settings
      ? parseSettings(new TextDecoder().decode(settings), new URL(SETTINGS_FILE, address).href)
      : buildSettings(),
    async folder(expected, fresh) {
      const paths = new Set([...listed, ...expected]).values();
      const fetchOneAfterAnother = async () => {
        for (const path of paths) {
          const content = await fetched(address, path);
          if (content) await writeAtomically(join(fresh, path), [content]);
        }
      };
      await Promise.all(Array.from({length: AT_ONCE}, fetchOneAfterAnother));
      return fresh;
    },
    mayHide: (path) => /(^|\/)\./.test(path)
  };
}

/** The paths of a list from elsewhere, none of which may lead out of the folder that the files are put into. */
function listedPaths(text: string, address: URL): string[] {
  const where = new URL(CHECKSUMS_FILE, address).href;
  let paths: string[];
  try {
    paths = [...parseChecksums(text).keys()];
  } catch (error) {
    throw new CommandError(`${where} is no list of checksums: ${(error as Error).message}`);
  }
  const outside = paths.find((path) => /^\/|\\|:|(^|\/)\.\.?(\/|$)|\/\/|\0/.test(path));
  if (outside !== undefined) throw new CommandError(`${where} lists “${outside}”, which is no file of a site.`);
  return paths;
}

/** A file of a site; null if the host answers that there is none. */
async function fetched(address: URL, path: string): Promise<Uint8Array | null> {
  const url = new URL(relativeAddress(path), address);
  try {
    const response = await fetch(url, {signal: AbortSignal.timeout(PATIENCE), headers: {"cache-control": "no-cache"}});
    if (response.status === 404 || response.status === 410) return null;
    if (!response.ok)
      throw new CommandError(`${url.href} is answered with the status ${response.status}: try again later.`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const {cause, message} = error as Error;
    const reason = cause instanceof Error && cause.message ? cause.message : message;
    throw new CommandError(`${url.href} could not be fetched (${reason}): check the address and the network.`);
  }
}
