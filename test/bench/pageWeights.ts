// The weight of the first view of each page of dist: JSON with page, bytes and requests, heaviest first.
import {readdirSync} from "node:fs";
import {launchChromium} from "../browser/chromium.js";
import {serveSite} from "../site/serveSite.js";
import {visit} from "../site/visit.js";
import {weightOf} from "../site/weight.js";

const site = await serveSite("dist");
const browser = await launchChromium();
const rows = [];
for (const page of readdirSync("dist").filter((name) => name.endsWith(".html") && name !== "404.html")) {
  const {responses, close} = await visit(browser, site.url + page, {quiet: true});
  rows.push({page, ...(await weightOf(responses))});
  await close();
}
await browser.close();
site.close();
console.log(JSON.stringify(rows.sort((a, b) => b.bytes - a.bytes)));
