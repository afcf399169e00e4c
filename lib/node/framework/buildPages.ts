import {CommandError, isSystemError} from "../command.js";
import {withRememberedFiles} from "./rememberedFiles.js";

const silent = {log() {}, warn() {}, error() {}};

/** Loads Framework, with linkedom in the place of jsdom, which takes most of its time. */
async function loaded() {
  Object.assign(process.env, {OBSERVABLE_TELEMETRY_DISABLE: "true", SITE_BUILDING: "true"});
  await import("./withLightDocument.js");
  const [{readConfig}, {build, FileBuildEffects}] = await Promise.all([
    import("@observablehq/framework/dist/config.js"),
    import("@observablehq/framework/dist/build.js")
  ]);
  return {readConfig, build, FileBuildEffects};
}

let framework: ReturnType<typeof loaded> | null = null;

/** Begins to load Framework: that takes a second, in which others may wait for workers. */
export function loadFramework(): ReturnType<typeof loaded> {
  return (framework ??= loaded());
}

/**
 * Has Framework build the pages, in this process: what the config imports is there already.
 * @param output a new folder
 * @throws CommandError with what is wrong with a page
 */
export async function buildPages(output: string): Promise<void> {
  const {readConfig, build, FileBuildEffects} = await loadFramework();
  try {
    const config = {...(await readConfig()), output};
    const effects = new FileBuildEffects(output, `${config.root}/.observablehq/cache`, {
      logger: silent,
      output: {write() {}}
    });
    await withRememberedFiles(config.root, () => quietly(() => build({config}, effects)));
  } catch (error) {
    if (isSystemError(error)) throw error;
    throw new CommandError((error as Error).message, {cause: error});
  }
}

/** Framework tells of the packages that it bundles past its effects: on stdout. */
async function quietly(build: () => Promise<void>): Promise<void> {
  const {write} = process.stdout;
  process.stdout.write = () => true;
  try {
    await build();
  } finally {
    process.stdout.write = write;
  }
}
