// Prints what the engine that runs this finds, as JSON.
import {equality} from "./equality.js";

console.log(JSON.stringify(await equality(Number(process.argv[2] ?? 100))));
