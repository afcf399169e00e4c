import {parquetMetadata} from "hyparquet";
import {expect, test} from "vitest";
import {parquet} from "../../lib/experiments/parquet.js";
import {parquetHistory, parquetRecords} from "../../lib/experiments/parquetHistory.js";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {digestOf} from "../../lib/numerics/digest.js";

const diverging = await run({...standard("f1", 3, 5, 300), trainSize: 200});
const file = parquet(diverging);

test("a history survives its Parquet file to the bit", async () => {
  const {id, parameters, history, digest} = diverging;
  expect(await parquetHistory(file)).toEqual({id, parameters, history, digest});
  const {records} = (await parquetRecords(file)).history;
  expect(digestOf(records)).toBe(diverging.digest);
  expect(Buffer.from(records.buffer).equals(Buffer.from(history.records.buffer))).toBe(true);
});

test.each([0, 3, 100, file.byteLength - 1])("a file of which %i bytes are left is refused", async (length) => {
  await expect(parquetHistory(file.slice(0, length))).rejects.toThrow(/not whole/);
});

test("a file that is cut in the middle but ends well is refused", async () => {
  const bytes = new Uint8Array(file);
  const without = Buffer.concat([bytes.subarray(0, 500), bytes.subarray(3000)]);
  await expect(parquetRecords(new Uint8Array(without).buffer)).rejects.toThrow(/cannot be read|numbers instead of/);
});

test("an edited weight is refused, or read where it is to be found", async () => {
  const records = diverging.history.records.slice();
  records[300]! += 1e-9;
  const edited = parquet({...diverging, history: {...diverging.history, records}});
  await expect(parquetHistory(edited)).rejects.toThrow(/are not those of its digest/);
  expect((await parquetRecords(edited)).history.records).toEqual(records);
});

test("a flipped bit among the losses and weights is noticed, or else it changes no number", async () => {
  const calm = await run({...standard("f1", 3, 1, 100), trainSize: 20});
  const whole = parquet(calm);
  const {columns} = parquetMetadata(whole).row_groups[0]!;
  const [from, to] = [1, 10].map((i) => Number(columns[i]!.meta_data!.data_page_offset));
  let noticed = 0;
  for (let at = from!; at < to!; at += 47) {
    const bytes = new Uint8Array(whole.slice(0));
    bytes[at]! ^= 1 << (at % 8);
    const read = await parquetHistory(bytes.buffer).catch((error: Error) => error);
    if (read instanceof Error) ++noticed;
    else expect(read.history, `byte ${at}`).toEqual(calm.history);
  }
  expect(noticed).toBeGreaterThan(80);
});
