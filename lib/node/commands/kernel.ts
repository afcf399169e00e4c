import {command} from "../command.js";
import {refuseWords} from "../commandWords.js";
import {buildKernel} from "../kernelBuild.js";

await command(async () => {
  refuseWords("kernel", "compiles lib/model/kernel");
  const changed = await buildKernel(true);
  console.log(`lib/model/kernelBytes.ts ${changed ? "has been compiled anew." : "is what the source compiles to."}`);
});
