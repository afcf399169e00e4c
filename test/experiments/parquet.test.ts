import {tableFromIPC} from "apache-arrow";
import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {readParquet} from "parquet-wasm/node";
import {expect, test} from "vitest";
import packageJson from "../../package.json" with {type: "json"};
import {parquet} from "../../lib/experiments/parquet.js";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {column, columnNames} from "../../lib/model/history.js";

const diverging = await run({...standard("f1", 3, 5, 300), trainSize: 200});

/** The bits of each number, for -0 and NaN count. */
const bits = (numbers: Float64Array) => [...new BigUint64Array(numbers.slice().buffer)];

test("another reader (Rust's parquet, in WebAssembly) finds every bit", () => {
  const table = tableFromIPC(readParquet(new Uint8Array(parquet(diverging))).intoIPCStream());
  expect(table.numRows).toBe(301);
  expect(table.schema.fields.map(({name}) => name)).toEqual(["epoch", ...columnNames(3)]);
  expect([...table.getChild("epoch")!]).toEqual(Array.from({length: 301}, (_, i) => i));
  for (const name of columnNames(3)) {
    const written = column(diverging.history, name);
    const read = [...table.getChild(name)!];
    expect(bits(Float64Array.from(read.slice(0, written.length)))).toEqual(bits(written));
    expect(read.slice(written.length)).toEqual(name.startsWith("grad") ? [null] : []);
  }
});

test("the metadata say which run it is", () => {
  const metadata = Object.fromEntries(
    parquetMetadata(parquet(diverging)).key_value_metadata!.map(({key, value}) => [key, value])
  );
  expect(metadata).toMatchObject({id: diverging.id, digest: diverging.digest, version: packageJson.version});
  expect(JSON.parse(metadata["parameters"]!)).toEqual(diverging.parameters);
});

test("equal runs give equal files, and the browser's reader opens them", async () => {
  const file = parquet(diverging);
  expect(Buffer.from(parquet(diverging)).equals(Buffer.from(file))).toBe(true);
  const [first] = await parquetReadObjects({file});
  expect(first).toMatchObject({epoch: 0, test_loss: diverging.history.records[0]});
});
