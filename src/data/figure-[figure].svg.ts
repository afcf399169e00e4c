import {parseArgs} from "node:util";
import {figure} from "../../lib/figures/catalogue.js";
import {command} from "../../lib/node/command.js";
import {figurePicture} from "../../lib/node/figurePicture.js";
import {prepareSnapshots} from "../../lib/node/snapshotStore.js";

const {values} = parseArgs({options: {figure: {type: "string", default: ""}}});

await command(async () => {
  const entry = figure(values.figure);
  await prepareSnapshots(entry.panels.flatMap(({runs}) => runs));
  process.stdout.write(figurePicture(entry));
});
