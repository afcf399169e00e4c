import {VECTOR_RUN, vectorsOf, vectorsText} from "../../lib/evidence/vectors.js";

process.stdout.write(vectorsText(await vectorsOf(VECTOR_RUN)));
