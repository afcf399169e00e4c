import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {beforeEach, describe, expect, test} from "vitest";
import {manifestRun, type Manifest} from "../../lib/evidence/manifest.js";
import {parquet} from "../../lib/experiments/parquet.js";
import {standard} from "../../lib/experiments/parameters.js";
import {run, type Run} from "../../lib/experiments/run.js";
import {snapshot} from "../../lib/experiments/snapshot.js";
import {columnNames, recordLength} from "../../lib/model/history.js";
import {findings, isIdentical, type Comparison, type Findings} from "../../lib/node/verification.js";
import {verificationText, type Verification} from "../../lib/node/verificationReport.js";

const calm = await run({...standard("f1", 3, 1, 150), trainSize: 30, testSize: 5});
const other = await run({...standard("f2", 4, 0.1, 150), trainSize: 30, testSize: 5});
const manifest: Manifest = {version: 1, runs: [calm, other].map(manifestRun)};
const page = "<!doctype html>\n<title>Site</title>\n<p>The error is 0.0128.</p>\n";

let rebuilt: string;
let examined: string;
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(examined, path)), {recursive: true});
  writeFileSync(join(examined, path), content);
};
const writeRun = (result: Run, id = result.id) => {
  write(`data/${id}.json`, JSON.stringify(snapshot(result)));
  write(`data/${id}.parquet`, new Uint8Array(parquet(result)));
};

beforeEach(() => {
  examined = mkdtempSync(join(tmpdir(), "examined "));
  write("index.html", page);
  write(".nojekyll", "");
  for (const result of [calm, other]) writeRun(result);
  rebuilt = mkdtempSync(join(tmpdir(), "rebuilt "));
  cpSync(examined, rebuilt, {recursive: true});
});

const compare = (options: Partial<Comparison> = {}): Promise<Findings> =>
  findings({manifest, repeated: manifest, rebuilt, examined, mayHide: () => false, ...options});

/** What was found about a run and about files. */
const aboutRun = ({runs}: Findings, {id}: Run) => runs.find((finding) => finding.id === id)!;
const aboutFiles = ({files}: Findings) => Object.fromEntries(files.map(({path, finding}) => [path, finding]));

test("two sites that are the same are identical", async () => {
  const found = await compare();
  expect(isIdentical(found)).toBe(true);
  expect(found.identical).toBe(6);
  expect(found.runs.map(({id, digest}) => [id, digest])).toEqual([calm, other].map(({id, digest}) => [id, digest]));
});

describe("in the examined site", () => {
  test("an edited, a missing and an extra file are named, with the place of the edit", async () => {
    write("index.html", page.replace("0.0128", "0.0127"));
    write("scripts/extra.js", "");
    rmSync(join(examined, ".nojekyll"));
    const found = await compare();
    expect(isIdentical(found)).toBe(false);
    expect(aboutFiles(found)).toEqual({
      "index.html": "differs in line 3: “ror is 0.0127.</p>” in the site, “ror is 0.0128.</p>” when rebuilt",
      ".nojekyll": "is missing",
      "scripts/extra.js": "does not belong to the site"
    });
    expect(found.runs.every(({repeated, published}) => repeated === null && published === null)).toBe(true);
  });

  test("an edited weight is named with its epoch, in a file that claims the old digest", async () => {
    const records = calm.history.records.slice();
    const at = 120 * recordLength(3) + columnNames(3).indexOf("V_1");
    records[at] = 0.5;
    writeRun({...calm, history: {...calm.history, records}});
    const found = await compare();
    expect(aboutRun(found, calm).published).toBe(
      `in epoch 120, V_1 is ${calm.history.records[at]} here and 0.5 in the site`
    );
    expect(aboutRun(found, calm).repeated).toBeNull();
    expect(aboutRun(found, other).published).toBeNull();
    expect(aboutFiles(found)[`data/${calm.id}.parquet`]).toMatch(/^differs from byte \d+ on/);
  });

  test("an edited weight in a snapshot is named with its file", async () => {
    const path = `data/${calm.id}.json`;
    const text = readFileSync(join(examined, path), "utf8");
    const weight = snapshot(calm).weights.last.V[0]!;
    write(path, text.replace(String(weight), "0.5"));
    expect(aboutFiles(await compare())[path]).toMatch(/^differs in line 1: “[^”]*0\.5/);
  });

  test("one flipped bit of a snapshot is named", async () => {
    const path = join(examined, `data/${calm.id}.json`);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path, bytes);
    expect(Object.keys(aboutFiles(await compare()))).toEqual([`data/${calm.id}.json`]);
  });

  test("the history of another run is named", async () => {
    write(`data/${calm.id}.parquet`, new Uint8Array(parquet(other)));
    expect(aboutRun(await compare(), calm).published).toBe(`the file holds the run ${other.id}`);
  });

  test("a truncated history is named, and so is a missing one", async () => {
    const whole = readFileSync(join(examined, `data/${calm.id}.parquet`));
    write(`data/${calm.id}.parquet`, whole.subarray(0, whole.length / 2));
    rmSync(join(examined, `data/${other.id}.parquet`));
    const found = await compare();
    expect(aboutRun(found, calm).published).toBe("the file is damaged or cut off");
    expect(aboutRun(found, other).published).toBe("is missing");
    expect(aboutFiles(found)[`data/${calm.id}.parquet`]).toBe(
      `has ${whole.length >> 1} bytes instead of ${whole.length}`
    );
  });

  test("what a host may keep back does not count, and is listed", async () => {
    rmSync(join(examined, ".nojekyll"));
    const found = await compare({mayHide: (path) => path.startsWith(".")});
    expect(isIdentical(found)).toBe(true);
    expect(found.hidden).toEqual([".nojekyll"]);
  });
});

test("an edited manifest is told from an edited site: both runs and site disagree with it", async () => {
  const runs = manifest.runs.map((entry) => ({
    ...entry,
    digest: entry.digest.replace(/^./, (d) => (d === "0" ? "1" : "0"))
  }));
  const found = await compare({manifest: {version: 1, runs: [runs[0]!, manifest.runs[1]!]}});
  expect(aboutRun(found, calm).repeated).toMatch(
    /first differs from the manifest in epochs 100 to 150 \(all checkpoints/
  );
  expect(aboutRun(found, calm).published).toBe(`has the digest ${calm.digest}`);
  expect(aboutRun(found, other)).toMatchObject({repeated: null, published: null});
});

test("another arithmetic is named with the first number that differs", async () => {
  const changed = {...(await run({...calm.parameters, learningRate: 1.5})), id: calm.id, parameters: calm.parameters};
  writeFileSync(join(rebuilt, `data/${calm.id}.parquet`), new Uint8Array(parquet(changed)));
  const found = await compare({repeated: {version: 1, runs: [manifestRun(changed), manifest.runs[1]!]}});
  const at = recordLength(3);
  expect(aboutRun(found, calm).repeated).toBe(
    `first differs from the manifest in epochs 0 to 99; in epoch 1, test_loss is ${changed.history.records[at]} here and ${calm.history.records[at]} in the site`
  );
  expect(aboutRun(found, calm).published).toBeNull();
});

/** The report without its colours. */
const text = (verification: Verification) => stripVTControlCharacters(verificationText(verification));

test("the report for people names every finding, what was compared and what that proves", async () => {
  const about = {
    site: "dist",
    settings: {base: "/", repository: null, commit: "1".repeat(40)},
    checkout: {commit: "2".repeat(40), changed: true},
    rebuilt: {
      folder: "/somewhere",
      node: "20.19.0",
      platform: "linux x64",
      timeZone: "Pacific/Kiritimati",
      language: "tr_TR.UTF-8",
      umask: "077",
      workers: 3,
      fileTimes: "2001-02-03"
    },
    ensembles: {repeated: 3, of: 30, findings: []},
    instabilities: {repeated: 1, of: 5, findings: []}
  };
  const same = await compare();
  const good = text({...about, identical: true, findings: same});
  expect(good).toContain("All is identical: 2 runs and 6 files.");
  expect(good).toContain("What this proves: ");
  expect(good).toContain(`built from ${"1".repeat(40)}, the sources here are ${"2".repeat(40)} with changes`);
  expect(good).toMatch(new RegExp(`^${calm.id} +2,409  ${calm.digest.slice(0, 8)}  identical  identical$`, "m"));

  const ensembles = {repeated: 3, of: 30, findings: ["A run differs."]};
  const other = text({...about, ensembles, identical: false, findings: same});
  expect(other).toContain("ensembles: 3 of 30 runs made again, 1 not as recorded\n  A run differs.\n");
  expect(other).toContain("instabilities: 1 of 5 computed again, 0 not as recorded\n");
  expect(other).toContain("What data records is not what its sources give: 1 finding.");

  write("extra.txt", "");
  write(`data/${calm.id}.parquet`, "");
  const bad = text({...about, identical: false, findings: await compare()});
  expect(bad).toContain("dist is not what its sources give: 1 run and 2 files differ.");
  expect(bad).toContain(`data/${calm.id}.parquet: the file is damaged or cut off`);
  expect(bad).toContain("extra.txt does not belong to the site");
  expect(bad).not.toContain("What this proves");
  expect(bad).toContain("What it does not prove:");
});
