import {parseArgs} from "node:util";
import {figure} from "../../lib/figures/catalogue.js";
import {figureData} from "../../lib/figures/figureData.js";
import {command} from "../../lib/node/command.js";
import {prepareSnapshots, readSnapshot} from "../../lib/node/snapshotStore.js";

const {values} = parseArgs({options: {figure: {type: "string", default: ""}}});

await command(async () => {
  const entry = figure(values.figure);
  await prepareSnapshots(entry.panels.flatMap(({runs}) => runs));
  process.stdout.write(JSON.stringify(figureData(entry, readSnapshot)));
});
