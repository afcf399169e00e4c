// The first view of each page of dist: JSON with page, bytes, requests, and milliseconds of the main thread's time,
// heaviest first.
import {readdirSync} from "node:fs";
import type {Browser} from "playwright-core";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {median} from "../../lib/node/bench/median.js";
import {serveSite} from "../site/serveSite.js";
import {visit} from "../site/visit.js";
import {weightOf} from "../site/weight.js";

const ROUNDS = 5;

/** Milliseconds of the main thread until a page has loaded and come to rest. */
async function mainThread(browser: Browser, url: string, javaScriptEnabled: boolean): Promise<number> {
  const context = await browser.newContext({javaScriptEnabled});
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", {timeDomain: "threadTicks"});
  await page.goto(url, {waitUntil: "networkidle"});
  const {metrics} = await session.send("Performance.getMetrics");
  await context.close();
  return metrics.find(({name}) => name === "TaskDuration")!.value * 1000;
}

const site = await serveSite("dist");
const browser = await launchChromium();
const rows = [];
for (const page of readdirSync("dist").filter((name) => name.endsWith(".html") && name !== "404.html")) {
  const url = site.url + page;
  const {responses, close} = await visit(browser, url, {quiet: true});
  const weight = await weightOf(responses);
  await close();
  const [withScripts, without] = [[] as number[], [] as number[]];
  for (let round = 0; round < ROUNDS; ++round) {
    without.push(await mainThread(browser, url, false));
    withScripts.push(await mainThread(browser, url, true));
  }
  rows.push({page, ...weight, mainThread: {withScripts: median(withScripts), without: median(without)}});
}
await browser.close();
site.close();
console.log(JSON.stringify(rows.sort((a, b) => b.bytes - a.bytes)));
