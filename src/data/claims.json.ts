import {claimsText} from "../../lib/evidence/claims/claimsFile.js";
import {computedFacts} from "../../lib/node/computedFacts.js";
import {paperValues} from "../../lib/node/paperValues.js";

const {claims} = await computedFacts();
process.stdout.write(claimsText(claims, paperValues()));
