// Has Framework, if it is loaded after this, take lightDocument.ts for jsdom.
import {register} from "node:module";

const hook = `
const light = ${JSON.stringify(new URL("./lightDocument.ts", import.meta.url).href)};
export function resolve(specifier, context, next) {
  return specifier === "jsdom" ? next(light, context) : next(specifier, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hook)}`);
