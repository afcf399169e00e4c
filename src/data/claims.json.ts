import {claimsText} from "../../lib/evidence/claims/claimsFile.js";
import {claimRecords} from "../../lib/node/claimRecords.js";
import {computedFacts} from "../../lib/node/computedFacts.js";

const {claims} = await computedFacts();
process.stdout.write(claimsText(claims, claimRecords().paper));
