import {execFile} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify, stripVTControlCharacters} from "node:util";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {parseChecksums} from "../../lib/evidence/checksums.js";
import {parquet} from "../../lib/experiments/parquet.js";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {registry} from "../../lib/experiments/registry.js";
import {run} from "../../lib/experiments/run.js";
import {columnNames, recordLength} from "../../lib/model/history.js";
import {sumOf} from "../../lib/node/fileSum.js";
import {readManifest} from "../../lib/node/manifestFile.js";
import {findings, isIdentical} from "../../lib/node/verification.js";
import {verificationText, type Verification} from "../../lib/node/verificationReport.js";
import {siteFiles} from "./pageFiles.js";
import {serveSite, type ServedSite} from "./serveSite.js";
import {siteFolder} from "./siteFolder.js";

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command as a reader does. */
async function verify(...words: string[]): Promise<Ended> {
  try {
    return {
      ...(await promisify(execFile)("npm", ["run", "--silent", "verify", "--", ...words], {
        env: {...process.env, TMPDIR: folder}
      })),
      code: 0
    };
  } catch (error) {
    return error as Ended;
  }
}

it("SHA256SUMS lists every file but itself, with its checksum", () => {
  const text = readFileSync(join(siteFolder, "SHA256SUMS"), "utf8");
  const sums = parseChecksums(text);
  expect([...sums.keys()]).toEqual(siteFiles.filter((path) => path !== "SHA256SUMS"));
  for (const [path, sum] of sums) expect(sumOf(readFileSync(join(siteFolder, path))), path).toBe(sum);
});

/** A copy of the tested site, served and tampered with. */
async function tamperedSite(): Promise<ServedSite> {
  const copy = join(folder, "tampered site");
  cpSync(siteFolder, copy, {recursive: true});
  const edit = (path: string, change: (bytes: Buffer) => string | Uint8Array) =>
    writeFileSync(join(copy, path), change(readFileSync(join(copy, path))));
  edit("introduction.html", (bytes) => bytes.toString().replace("</h1>", "!</h1>"));
  edit(`data/${cut}.parquet`, (bytes) => bytes.subarray(0, bytes.length - 100));
  edit(`data/${cut}.json`, (bytes) => ((bytes[bytes.length >> 1]! ^= 1), bytes));
  rmSync(join(copy, "data/figure-3.json"));
  const result = await run(parseRunId(weight));
  result.history.records[500 * recordLength(3) + columnNames(3).indexOf("U_1_0")]! *= -1;
  writeFileSync(join(copy, `data/${weight}.parquet`), new Uint8Array(parquet(result)));
  edit("SHA256SUMS", (bytes) => `${bytes.toString()}${sumOf("")}  zz/extra.js\n`);
  mkdirSync(join(copy, "zz"));
  writeFileSync(join(copy, "zz/extra.js"), "");
  return serveSite(copy, "/some-repository/");
}

const otherNode = process.versions.node.startsWith("20.") ? "newest" : "20";

/** The engines may have to be fetched first. */
const TEN_MINUTES = 600_000;

const [weight, cut] = ["f1-h3-rate1-epochs1000", "f1-h2-rate0.1-epochs1000"] as const;
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "verified "))));
afterAll(() => rmSync(folder, {recursive: true}));

describe("npm run verify, against a site on the web that was tampered with, with another Node", () => {
  let served: ServedSite;
  let ended: Ended;
  let verification: Verification;
  let text: string;

  beforeAll(async () => {
    served = await tamperedSite();
    ended = await verify("--against", served.url, "--ensembles", "1000", "--node", otherNode, "--json", "--keep");
    verification = JSON.parse(ended.stdout) as Verification;
    text = stripVTControlCharacters(verificationText(verification));
  }, TEN_MINUTES);
  afterAll(() => served.close());

  it("says no", () => {
    expect([ended.code, verification.identical]).toEqual([1, false]);
    expect(verification.ensembles.findings).toEqual([]);
    expect(verification.ensembles.repeated).toBe(Math.ceil(verification.ensembles.of / 1000));
    expect(verification.instabilities.findings).toEqual([]);
    expect(verification.instabilities.repeated).toBe(1);
    expect(text).toMatch(/is not what its sources give: 2 runs and 7 files differ\.$/m);
  });

  it.each([
    [/^ {2}introduction\.html differs in line \d+: “.*!<\/h1>.*” in the site, “.*” when rebuilt$/m],
    [/^ {2}data\/f1-h2-rate0\.1-epochs1000\.parquet: the file is damaged or cut off$/m],
    [/^ {2}data\/f1-h2-rate0\.1-epochs1000\.parquet has \d+ bytes instead of \d+$/m],
    [/^ {2}data\/f1-h2-rate0\.1-epochs1000\.json differs in line 1: /m],
    [/^ {2}data\/f1-h3-rate1-epochs1000\.parquet: in epoch 500, U_1_0 is \S+ here and \S+ in the site$/m],
    [/^ {2}data\/f1-h3-rate1-epochs1000\.parquet differs from byte \d+ on/m],
    [/^ {2}data\/figure-3\.json is missing$/m],
    [/^ {2}zz\/extra\.js does not belong to the site$/m],
    [/^ {2}SHA256SUMS differs in line \d+: /m]
  ])("names %s", (line) => {
    expect(text).toMatch(line);
  });

  it("finds no fault with the others", () => {
    expect(text.match(/ {2}identical {2}identical$/gm)).toHaveLength(registry.length - 2);
  });

  it("has rebuilt the untampered site, in other surroundings, to the last byte", async () => {
    const {settings, rebuilt} = verification;
    expect(settings.base).toBe("/some-repository/");
    expect(rebuilt.folder).toContain(" ");
    expect(rebuilt.node).not.toBe(process.versions.node);
    expect(rebuilt.timeZone).not.toBe(process.env["TZ"] ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
    const manifest = readManifest();
    const found = await findings({
      manifest,
      repeated: manifest,
      rebuilt: join(rebuilt.folder, "project", "dist"),
      examined: siteFolder,
      mayHide: () => false
    });
    expect(found.files).toEqual([]);
    expect(isIdentical(found)).toBe(true);
    expect(found.identical).toBe(siteFiles.length);
  });
});

describe("npm run verify", () => {
  it.each([
    [["--against", "nowhere"], /^There is no folder nowhere to compare with/],
    [["--against", "lib"], /^lib holds no built site/],
    [["--against", "http://127.0.0.1:1"], /^http:\/\/127\.0\.0\.1:1\/SHA256SUMS could not be fetched/],
    [
      ["--against", siteFolder, "--node", "package.json"],
      /^--node takes newest, 20 or the path of a Node program, not “package\.json”/
    ],
    [["--ensembles", "0"], /^--ensembles takes a whole number from 1 to 999999, not “0”/],
    [["--agains", "dist"], /^Unknown option '--agains'; see npm run verify -- --help\.$/],
    [["dist"], /^Unexpected argument 'dist'/]
  ])("refuses %j in one sentence", async (words, sentence) => {
    const {code, stdout, stderr} = await verify(...words);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    const lines = stderr
      .trim()
      .split("\n")
      .filter((line) => !line.startsWith("npm "));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(sentence);
  });

  it("explains itself when asked", async () => {
    const {code, stdout} = await verify("--help");
    expect(code).toBe(0);
    for (const option of ["--against", "--ensembles", "--node", "--json", "--keep"]) expect(stdout).toContain(option);
  });
});
