import {expect, test} from "vitest";
import {buildSettings, formatSettings, parseSettings, settingsEnvironment} from "../../lib/node/buildSettings.js";
import {workerCount} from "../../lib/node/workerPool.js";

const commit = "0123456789abcdef0123456789abcdef01234567";
const onGitHub = {
  SITE_BASE: "/report/",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "some-one/report",
  GITHUB_SHA: commit
};

test("settings come from the environment, and can be given to another build", () => {
  expect(buildSettings({})).toEqual({base: "/", repository: null, commit: null});
  expect(buildSettings(onGitHub)).toEqual({base: "/report/", repository: "https://github.com/some-one/report", commit});
  expect(settingsEnvironment(buildSettings(onGitHub))).toEqual(onGitHub);
  const none = settingsEnvironment(buildSettings({}));
  expect(buildSettings({...onGitHub, ...none})).toEqual(buildSettings({}));
});

test("a site's settings can be read back", () => {
  for (const env of [{}, onGitHub]) {
    const settings = buildSettings(env);
    expect(parseSettings(formatSettings(settings), "build.json")).toEqual(settings);
  }
});

test.each([
  ["{", /^build\.json is no whole JSON file\.$/],
  ["null", /base path/],
  [`{"base":"report"}`, /“report” as the base path/],
  [`{"base":"/../../etc/"}`, /base path/],
  [`{"base":"/","repository":"javascript:alert(1)"}`, /as the repository/],
  [`{"base":"/","repository":"https://github.com/a/b\\" onclick"}`, /as the repository/],
  [`{"base":"/","commit":"--help"}`, /as the commit/]
])("%s is refused", (text, message) => {
  expect(() => parseSettings(text, "build.json")).toThrow(message);
});

test("WORKERS sets the number of threads", () => {
  expect(workerCount({WORKERS: "7"})).toBe(7);
  expect(workerCount({})).toBeGreaterThan(0);
  for (const WORKERS of ["0", "-1", "two", "1e2", "257", " 3"])
    expect(() => workerCount({WORKERS})).toThrow(`WORKERS must be a whole number from 1 to 256, not “${WORKERS}”.`);
});
