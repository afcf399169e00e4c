import {runId, validate, type RunParameters} from "../parameters.js";

/** Where the program finds this library. A name of its own, so that a module of the site does not seem to import it. */
const LIBRARY = "./lib";

/**
 * A TypeScript program that repeats a run to the last bit, with this project's `run`, in any of its arithmetics.
 * @param digest that the run has to come to; the program compares
 * @throws RangeError if the parameters are out of range
 */
export function typescriptProgram(parameters: RunParameters, {digest}: {digest?: string} = {}): string {
  validate(parameters);
  const fields = JSON.stringify(parameters, null, 2).replace(/^( *)"(\w+)":/gm, "$1$2:");
  return `/*
 * Repeats the run ${runId(parameters)}, to the last bit.
 *
 * Put this file into the folder of the project's source code, with its packages installed (npm ci), and start it there:
 *     npx tsx FILE
 *
 * run() gives the same bits on every computer: each operation rounds once, in an order that is fixed, and exp and its like
 * are correctly rounded. Its digest is the SHA-256 of all that is recorded.
 */
import {run, type Run} from "${LIBRARY}/experiments/run.js";
import {column} from "${LIBRARY}/model/history.js";

function report({history, summary, digest}: Run): void {
  const test = column(history, "test_loss");
  for (let epoch = 0; epoch < test.length; epoch += 100) console.log(\`epoch \${epoch}: test error \${test[epoch]}\`);
  console.log(summary);
  console.log("digest", digest);
${
  digest === undefined
    ? ""
    : `  if (digest !== "${digest}") throw new Error("This is not the digest that the run has to come to.");
`
}}

run(${fields}).then(report);
`;
}
