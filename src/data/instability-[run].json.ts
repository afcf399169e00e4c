import {parseArgs} from "node:util";
import {instabilityDataOf} from "../../lib/evidence/instabilityData.js";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {command} from "../../lib/node/command.js";

const {values} = parseArgs({options: {run: {type: "string", default: ""}}});

await command(async () => {
  process.stdout.write(JSON.stringify(await instabilityDataOf(parseRunId(values.run))));
});
