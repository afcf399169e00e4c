import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: "100%",
    expect: {poll: {timeout: 30_000}},
    projects: [
      {extends: true, test: {name: "library", include: ["test/**/*.test.ts"], exclude: ["test/site/**"]}},
      {extends: true, test: {name: "site", include: ["test/site/**/*.test.ts"], globalSetup: "test/site/builtSite.ts"}}
    ]
  }
});
