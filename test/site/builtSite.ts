import {execFileSync} from "node:child_process";
import type {TestProject} from "vitest/node";
import {serveSite} from "./serveSite.js";
import {siteFolder} from "./siteFolder.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** the address of the site at the root of a host */
    site: string;
    /** its address below a path, as on GitHub Pages */
    subPath: string;
  }
}

const base = "/some-repository/";

/**
 * Builds the site once for all tests of it and serves it twice: at the root of a host, and below the path that it was
 * built for. The path matters to the 404 page alone, which has to work at any depth; all other pages work anywhere.
 * SITE=built takes what an earlier test run has built.
 */
export default async function (project: TestProject): Promise<() => void> {
  if (process.env["SITE"] !== "built")
    execFileSync("npm", ["run", "build"], {
      env: {...process.env, ENSEMBLES: "committed", SITE_OUTPUT: siteFolder, SITE_BASE: base},
      stdio: ["ignore", "inherit", "inherit"]
    });
  const [site, subPath] = await Promise.all([serveSite(siteFolder), serveSite(siteFolder, base)]);
  project.provide("site", site.url);
  project.provide("subPath", subPath.url);
  return () => {
    site.close();
    subPath.close();
  };
}
