import {createReadStream} from "node:fs";
import {parseArgs} from "node:util";
import {command} from "../../lib/node/command.js";
import {snapshotFile} from "../../lib/node/snapshotStore.js";

const {values} = parseArgs({options: {run: {type: "string", default: ""}}});

await command(async () => {
  createReadStream(await snapshotFile(values.run, "parquet")).pipe(process.stdout);
});
