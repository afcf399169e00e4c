import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Whether data/ensembles comes from the present code, one test asks; the others do not compute it anew.
    env: {ENSEMBLES: "committed"},
    maxWorkers: "100%",
    expect: {poll: {timeout: 30_000}},
    projects: [
      {
        extends: true,
        test: {
          name: "library",
          include: ["test/**/*.test.ts"],
          exclude: ["test/site/**"],
          setupFiles: "test/propertySeed.ts"
        }
      },
      {extends: true, test: {name: "site", include: ["test/site/**/*.test.ts"], globalSetup: "test/site/builtSite.ts"}}
    ]
  }
});
