import {parseArgs} from "node:util";
import {command} from "../../lib/node/command.js";
import {computedFacts} from "../../lib/node/computedFacts.js";
import {ensembleFile} from "../../lib/node/figureFiles.js";
import {paperValues} from "../../lib/node/paperValues.js";
import {prepareSnapshots} from "../../lib/node/snapshotStore.js";

const {values} = parseArgs({options: {run: {type: "string", default: ""}}});

await command(async () => {
  await prepareSnapshots([values.run]);
  process.stdout.write(ensembleFile(values.run, await computedFacts(), paperValues()));
});
