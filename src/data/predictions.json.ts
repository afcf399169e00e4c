import {computedFacts} from "../../lib/node/computedFacts.js";
import {figureFile} from "../../lib/node/figureFiles.js";

process.stdout.write(figureFile("predictions.json", await computedFacts()));
