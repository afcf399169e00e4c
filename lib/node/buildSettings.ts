import {CommandError} from "./command.js";

/** What a build is told besides the sources; the site is a function of the two. */
export interface BuildSettings {
  /** the path below which the site is served, with a slash at either end */
  base: string;
  /** the address of the repository; null where it is not known */
  repository: string | null;
  /** the commit of the sources; null where it is not known */
  commit: string | null;
}

/** Where a site keeps the settings that it was built with. */
export const SETTINGS_FILE = "build.json";

/**
 * The settings that the environment names. GitHub tells its builds which repository and commit they are of.
 * @throws CommandError for a setting that cannot be
 */
export function buildSettings(env: NodeJS.ProcessEnv = process.env): BuildSettings {
  const {SITE_BASE = "/", GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA} = env;
  const repository = GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : null;
  return validated({base: SITE_BASE, repository, commit: GITHUB_SHA || null}, "The environment");
}

/** The environment that names these settings. */
export function settingsEnvironment({base, repository, commit}: BuildSettings): NodeJS.ProcessEnv {
  const [, server, name] = /^(.*?)\/([^/]+\/[^/]+)$/.exec(repository ?? "") ?? [];
  return {SITE_BASE: base, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_SHA: commit ?? undefined};
}

/** The settings as the site keeps them. */
export function formatSettings(settings: BuildSettings): string {
  return `${JSON.stringify(settings, null, 1)}\n`;
}

/**
 * Reads the settings that a site keeps.
 * @param source where they come from, for the message
 * @throws CommandError if they are none, or could not have been given
 */
export function parseSettings(text: string, source: string): BuildSettings {
  let settings: Partial<BuildSettings> | null;
  try {
    settings = JSON.parse(text);
  } catch {
    throw new CommandError(`${source} is no whole JSON file.`);
  }
  const {base, repository, commit} = settings ?? {};
  return validated({base: base!, repository: repository ?? null, commit: commit ?? null}, source);
}

function validated(settings: BuildSettings, source: string): BuildSettings {
  const {base, repository, commit} = settings;
  if (typeof base !== "string" || !/^\/([\w.~-]+\/)*$/.test(base) || /\/\.\.?\//.test(base))
    throw new CommandError(`${source} names “${base}” as the base path, but that looks like /name/.`);
  if (repository !== null && !/^https:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+$/.test(repository))
    throw new CommandError(
      `${source} names “${repository}” as the repository, but that looks like https://host/owner/name.`
    );
  if (commit !== null && !/^[0-9a-f]{40,64}$/.test(commit))
    throw new CommandError(`${source} names “${commit}” as the commit, but that is 40 hexadecimal digits.`);
  return settings;
}
