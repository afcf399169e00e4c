import {parseArgs} from "node:util";
import {command} from "../../lib/node/command.js";
import {computedFacts} from "../../lib/node/computedFacts.js";
import {sweepFile} from "../../lib/node/figureFiles.js";

const {values} = parseArgs({options: {group: {type: "string", default: ""}}});

await command(async () => {
  process.stdout.write(sweepFile(`randomness-${values.group}`, await computedFacts()));
});
