// Verifying the largest run in Chromium beside repeating it in Node: JSON with the seconds of each round.
import {parseRunId} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {serveSite} from "../site/serveSite.js";

const ROUNDS = 3;
const id = "f2-h12-rate0.05-epochs10000";

const site = await serveSite("dist");
const browser = await launchChromium();
const rounds: {node: number; page: number}[] = [];
for (let round = 0; round < ROUNDS; ++round) {
  const start = performance.now();
  await run(parseRunId(id), {onProgress: () => {}});
  const node = (performance.now() - start) / 1000;
  const page = await browser.newPage();
  await page.goto(`${site.url}reproducibility.html`);
  // The table is cut to this run: what it shows is the time of its training in the page's worker, cold like Node's.
  await page.evaluate((run) => {
    for (const row of document.querySelectorAll("tr[data-run]")) if (row.getAttribute("data-run") !== run) row.remove();
  }, id);
  await page.locator("[data-action=verify]").click();
  const result = page.locator(".check-result[data-state=same]");
  await result.waitFor({timeout: 120_000});
  rounds.push({node, page: Number(/([\d.]+) s$/.exec((await result.textContent())!)![1])});
  await page.close();
}
await browser.close();
site.close();
console.log(JSON.stringify({run: id, browser: `Chromium ${browser.version()}`, rounds}));
