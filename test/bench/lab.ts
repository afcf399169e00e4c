// The lab while it trains, on a phone whose processor is four times as slow, and its speed beside Node's: JSON.
import type {Browser} from "playwright-core";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {parseRunId} from "../../lib/experiments/parameters.js";
import type {TrainerReply} from "../../src/components/lab/protocol.js";
import {trainer} from "../../src/components/lab/trainer.js";
import {serveSite} from "../site/serveSite.js";
import {phone} from "../site/visit.js";

const ROUNDS = 5;
const SLOWER = 4;
const thousand = "f2-h8-rate0.05-epochs1000";
/** Runs that train, all the while that they are looked at, for some seconds. */
const watched = [
  ["f2-h8-rate0.05-epochs10000", "watch"],
  ["f2-h12-rate0.05-epochs10000", "watch"],
  ["f2-h8-rate0.05-epochs100000", "full"],
  ["f2-h12-rate0.05-epochs100000", "full"]
] as const;

/** A run is looked at for so long (ms), or until it rests. */
const LOOK = 3500;

/** What a page notes down while it trains; times in ms. */
interface Notes {
  frames: number[];
  drawings: number;
  longest: number;
}

/** Trains a run on a slow phone and tells how smoothly, as long as it trains: frames and drawings a second, the longest task in ms. */
async function smoothness(browser: Browser, url: string, run: string, speed: string) {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(`${url}lab.html?run=${run}&reached=0`);
  await page.locator(".lab-chart svg").first().waitFor();
  await page.locator(".lab-more-controls").click();
  await page.getByLabel("Speed", {exact: true}).selectOption(speed);
  await page.locator("#lab-panel-learned").scrollIntoViewIfNeeded();
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", {rate: SLOWER});
  await client.send("Performance.enable", {timeDomain: "threadTicks"});
  const busy = async () =>
    (await client.send("Performance.getMetrics")).metrics.find(({name}) => name === "TaskDuration")!.value;
  const before = await busy();
  const notes = (await page.evaluate(`new Promise((done) => {
    const notes = {frames: [], drawings: 0, longest: 0};
    const go = document.querySelector(".lab-go");
    let training = false;
    const frame = (now) => {
      const trained = training;
      training = go.textContent === "Pause";
      if (training) notes.frames.push(now);
      if ((trained && !training) || now - notes.frames[0] > ${LOOK}) {
        training = false;
        done(notes);
      } else requestAnimationFrame(frame);
    };
    for (const chart of document.querySelectorAll(".lab-panel .lab-chart"))
      new MutationObserver(() => training && notes.drawings++).observe(chart, {childList: true, subtree: true, attributes: true});
    new PerformanceObserver((list) => {
      for (const {duration} of list.getEntries()) if (training) notes.longest = Math.max(notes.longest, duration);
    }).observe({type: "longtask"});
    go.click();
    requestAnimationFrame(frame);
  })`)) as Notes;
  const spent = (await busy()) - before;
  await context.close();
  const gaps = notes.frames.slice(1).map((now, i) => now - notes.frames[i]!);
  const seconds = gaps.reduce((sum, gap) => sum + gap, 0) / 1000;
  return {
    run,
    speed,
    seconds,
    framesPerSecond: gaps.length / seconds,
    drawingsPerSecond: notes.drawings / seconds,
    perDrawing: (1000 * spent) / notes.drawings,
    longestTask: notes.longest
  };
}

/** Seconds of training in the page, as the page says. */
async function inBrowser(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${url}lab.html?run=${thousand}&reached=0`);
  await page.getByLabel("Speed", {exact: true}).selectOption("full");
  await page.locator(".lab-go").click();
  const line = page.locator(".lab-seconds:not(:empty)");
  await line.waitFor();
  const seconds = Number(await line.getAttribute("data-seconds"));
  await page.close();
  return seconds;
}

/** The same by the same trainer in Node. */
function inNode(): Promise<number> {
  return new Promise((resolve) => {
    const hear = (reply: TrainerReply) => {
      if (reply.kind === "records") ask({kind: "ready"});
      if (reply.kind === "rest" && reply.epoch > 0) resolve(reply.seconds);
    };
    const ask = trainer(hear);
    ask({kind: "open", run: 1, parameters: parseRunId(thousand)});
    ask({kind: "train", until: 1000, pace: Infinity});
  });
}

const site = await serveSite("dist");
const browser = await launchChromium();
const smooth = [];
for (const [run, speed] of watched) smooth.push(await smoothness(browser, site.url, run, speed));
const rounds = [];
for (let round = 0; round < ROUNDS; ++round)
  rounds.push({node: await inNode(), chromium: await inBrowser(browser, site.url)});
const version = browser.version();
await browser.close();
site.close();
console.log(JSON.stringify({version, smooth, run: thousand, rounds}));
