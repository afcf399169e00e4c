import {createReadStream} from "node:fs";

createReadStream("data/manifest.json").pipe(process.stdout);
