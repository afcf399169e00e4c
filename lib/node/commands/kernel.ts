import {buildKernel} from "../kernelBuild.js";
import {command} from "../command.js";

await command(buildKernel);
