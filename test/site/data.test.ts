import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {describe, expect, it} from "vitest";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {registry} from "../../lib/experiments/registry.js";
import type {Snapshot} from "../../lib/experiments/snapshot.js";
import {columnNames} from "../../lib/model/history.js";
import {digestOf} from "../../lib/numerics/digest.js";
import {figures} from "../../lib/figures/catalogue.js";
import {pageDocument, siteFiles} from "./pageFiles.js";
import {siteFolder} from "./siteFolder.js";

const read = (file: string) => readFileSync(join(siteFolder, file));
const runs = pageDocument("runs.html");

describe.each(registry.map(({id}) => id))("the run %s", (id) => {
  const json = JSON.parse(read(`data/${id}.json`).toString()) as Snapshot;

  it("has its snapshot and its history at stable addresses, and a place on the page of all runs", () => {
    expect(siteFiles).toContain(`data/${id}.parquet`);
    expect(json.id).toBe(id);
    expect(json.parameters).toEqual(parseRunId(id));
    expect(runs.getElementById(id)).not.toBeNull();
    const links = [...runs.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    for (const format of ["json", "parquet"]) expect(links).toContain(`./data/${id}.${format}`);
    expect(runs.body.textContent).toContain(json.digest.slice(0, 8));
  });

  it("has a history whose bytes give the digest that the page shows", async () => {
    const file = new Uint8Array(read(`data/${id}.parquet`)).buffer;
    const names = columnNames(json.parameters.hidden);
    const metadata = parquetMetadata(file);
    expect(metadata.schema.slice(1).map(({name}) => name)).toEqual(["epoch", ...names]);
    const rows = (await parquetReadObjects({file})) as Record<string, number | null>[];
    expect(rows.map(({epoch}) => epoch)).toEqual(Array.from({length: json.parameters.epochs + 1}, (_, i) => i));
    const records = rows.flatMap((row) => names.map((name) => row[name]!));
    const recorded = records.filter((value) => value !== null && value !== undefined);
    expect(digestOf(Float64Array.from(recorded))).toBe(json.digest);
    expect(metadata.key_value_metadata?.find(({key}) => key === "digest")?.value).toBe(json.digest);
  });
});

it("the runs that an independent program computed have its digests on the site", () => {
  const known = JSON.parse(readFileSync("test/fixtures/run-digests.json", "utf8")) as {
    runs: {f: string; h: number; rate: number; epochs: number; digest: string}[];
  };
  expect(known.runs.length).toBeGreaterThan(3);
  for (const {f, h, rate, epochs, digest} of known.runs) {
    const id = `${f}-h${h}-rate${rate}-epochs${epochs}`;
    if (registry.some((run) => run.id === id))
      expect((JSON.parse(read(`data/${id}.json`).toString()) as Snapshot).digest).toBe(digest);
  }
});

it.each(figures.filter(({panels}) => panels.some(({runs}) => runs.length > 0)).map(({id}) => id))(
  "figure %s has its data: the curves that it draws, of the runs that it draws",
  (id) => {
    const data = JSON.parse(read(`data/figure-${id}.json`).toString()) as {
      figure: string;
      runs: Record<string, Snapshot>;
    };
    expect(data.figure).toBe(id);
    const {panels} = figures.find((figure) => figure.id === id)!;
    expect(Object.keys(data.runs).sort()).toEqual([...new Set(panels.flatMap(({runs}) => runs))].sort());
    for (const panel of panels)
      if (panel.kind === "error" || panel.kind === "weights")
        for (const run of panel.runs)
          for (const name of panel.columns)
            expect(data.runs[run]!.series[name]!.epochs.length, name).toBeGreaterThan(1);
  }
);
