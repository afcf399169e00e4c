import {command} from "../command.js";
import {buildKernel} from "../kernelBuild.js";

/**
 * Fills Framework's cache and has Framework serve the pages: a program of its own, since a process keeps the code that it
 * has loaded.
 */
async function main(): Promise<void> {
  await buildKernel();
  const [{computedFacts}, {fillFrameworkCache}] = await Promise.all([
    import("../computedFacts.js"),
    import("../frameworkCache.js")
  ]);
  await fillFrameworkCache("src", await computedFacts());
  const [{readConfig}, {preview}] = await Promise.all([
    import("@observablehq/framework/dist/config.js"),
    import("@observablehq/framework/dist/preview.js")
  ]);
  // What is wrong with the config is told now, not at each request.
  await readConfig();
  await preview({hostname: "127.0.0.1", open: false});
}

await command(main);
