// The weight of each page of dist: JSON with page, bytes and requests, heaviest first.
import {readdirSync} from "node:fs";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {firstView} from "../site/firstView.js";
import {serveSite} from "../site/serveSite.js";

const site = await serveSite("dist");
const browser = await launchChromium();
const rows = [];
for (const file of readdirSync("dist").filter((name) => name.endsWith(".html") && name !== "404.html"))
  rows.push({page: file, ...(await firstView(browser, site.url + file))});
await browser.close();
site.close();
console.log(JSON.stringify(rows.sort((a, b) => b.bytes - a.bytes)));
