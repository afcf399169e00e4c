import {createReadStream} from "node:fs";
import {parseArgs} from "node:util";
import {snapshotFile} from "../../lib/node/snapshotStore.js";

const {values} = parseArgs({options: {run: {type: "string", default: ""}}});
createReadStream(await snapshotFile(values.run, "parquet")).pipe(process.stdout);
