import {typefacesCss} from "../../lib/node/typefaces.js";

process.stdout.write(typefacesCss());
