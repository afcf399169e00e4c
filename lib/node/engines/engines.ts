import {chromium} from "./chromium.js";
import type {EngineEntry, MissingEngine} from "./engine.js";
import {fetchedBun, fetchedNode} from "./fetchEngines.js";
import {firefox} from "./firefox.js";
import {processEngine} from "./processEngine.js";
import {quickjs} from "./quickjs.js";

/** All engines that the runs are checked in. */
export const engines: readonly EngineEntry[] = [
  {key: "node-20", name: "Node", engine: "V8", find: async () => found(await fetchedNode("20"), "Node 20")},
  {key: "node", name: "Node", engine: "V8", find: async () => found(await fetchedNode("newest"), "Node")},
  {key: "bun", name: "Bun", engine: "JavaScriptCore", find: async () => found(await fetchedBun(), "Bun")},
  {key: "quickjs", name: "QuickJS-ng", engine: "QuickJS", slow: true, find: quickjs},
  {key: "chromium", name: "Chromium", engine: "V8", find: chromium},
  {key: "firefox", name: "Firefox", engine: "SpiderMonkey", find: firefox}
];

function found(program: string | null, name: string): ReturnType<typeof processEngine> | MissingEngine {
  return program === null
    ? {missing: `npm has no ${name} for ${process.platform} on ${process.arch}.`}
    : processEngine(program);
}
