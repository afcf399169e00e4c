import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {$} from "zx";
import {settingsEnvironment, type BuildSettings} from "./buildSettings.js";
import {CommandError} from "./command.js";
import {environmentOf, type Surroundings} from "./otherEnvironment.js";
import {copySources} from "./sourceCopy.js";

/** What to build, how and where. */
export interface RebuildOptions {
  /** the project's folder */
  root: string;
  /** a new folder */
  to: string;
  /** the Node program to build with */
  node: string;
  settings: BuildSettings;
  surroundings: Surroundings;
  /** told what begins */
  say: (what: string) => void;
}

/** What a rebuild has made. */
export interface Rebuilt {
  /** the folder of the site */
  site: string;
  /** the manifest as the repeated runs make it */
  manifest: string;
}

/**
 * Builds the site from a copy of its sources, with nothing of what former builds have left: compiles the kernel, repeats all runs, records
 * what they come to in the copy's manifest, so that it can be compared, and builds the pages.
 * @throws CommandError with the messages of what failed
 */
export async function rebuild({root, to, node, settings, surroundings, say}: RebuildOptions): Promise<Rebuilt> {
  const umask = process.umask(parseInt(surroundings.umask, 8));
  try {
    await mkdir(to, {recursive: true});
    await copySources(root, to, new Date(`${surroundings.fileTimes}T12:00:00Z`));
    const env = {
      ...process.env,
      SITE_OUTPUT: undefined,
      ...settingsEnvironment(settings),
      ...environmentOf(surroundings)
    };
    const inCopy = $({cwd: to, env: env as NodeJS.ProcessEnv, nothrow: true, quiet: true});
    for (const [what, script] of [
      ["Compiling the kernel", "kernel"],
      ["Repeating all runs", "manifest"],
      ["Building the site", "build"]
    ] as const) {
      say(what);
      const done = await inCopy`${node} --import tsx ${`lib/node/commands/${script}.ts`}`;
      if (done.exitCode !== 0)
        throw new CommandError(
          `The site could not be built anew in ${to}:\n${done.stderr.trim() || done.stdout.trim()}`
        );
    }
  } finally {
    process.umask(umask);
  }
  return {site: join(to, "dist"), manifest: join(to, "data", "manifest.json")};
}
