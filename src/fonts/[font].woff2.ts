import {readFileSync} from "node:fs";
import {parseArgs} from "node:util";
import {fontFiles} from "../../lib/node/typefaces.js";

const {values} = parseArgs({options: {font: {type: "string", default: ""}}});
const path = fontFiles().get(`${values.font}.woff2`);
if (path === undefined) throw new Error(`The site has no font “${values.font}”: see lib/node/typefaces.ts.`);
process.stdout.write(readFileSync(path));
