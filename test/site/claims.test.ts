import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {parseVerdictRecord} from "../../lib/evidence/claims/verdictRecord.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {addressOf, pageDocument, pageFiles} from "./pageFiles.js";
import {siteFolder} from "./siteFolder.js";
import {phone, visit} from "./visit.js";

const {verdicts} = parseVerdictRecord(readFileSync("data/verdicts.json", "utf8"), "data/verdicts.json");
const ids = Object.keys(verdicts);

it("the page of claims has every claim with its recorded verdict, and so has the file of data", () => {
  const entries = [...pageDocument("claims.html").querySelectorAll(".claim-entry")];
  const shown = entries.map((entry) => [
    entry.querySelector("h3")!.id,
    entry.querySelector(".claim-verdict")!.textContent
  ]);
  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries(Object.entries(verdicts).map(([id, {verdict}]) => [id, verdict]))
  );
  const file = JSON.parse(readFileSync(join(siteFolder, "data", "claims.json"), "utf8")) as {
    claims: {id: string; verdict: string}[];
  };
  expect(file.claims.map(({id, verdict}) => [id, verdict])).toEqual(shown);
});

it("every claim is marked at the sentence that retells it, and every mark leads to its claim", () => {
  const marked = pageFiles.flatMap((file) =>
    [...pageDocument(file).querySelectorAll(".claim-mark")].map((mark) => {
      expect(mark.getAttribute("href")).toBe(`./claims.html#${mark.getAttribute("data-claim")}`);
      return mark.getAttribute("data-claim")!;
    })
  );
  expect([...new Set(marked)].sort()).toEqual([...ids].sort());
});

it("every claim has evidence that can be drawn: places that there are, or the data of runs", () => {
  const places = [...pageDocument("claims.html").querySelectorAll(".claim-entry .claim-figure")];
  expect(places.map((place) => place.getAttribute("data-claim"))).toEqual(ids);
  const pages = new Map(pageFiles.map((file) => [file.replace(/\.html$/, ""), pageDocument(file)]));
  for (const place of places) {
    const words = (name: string) => place.getAttribute(name)!.split(" ").filter(Boolean);
    const [found, runs] = [words("data-places"), words("data-errors")];
    expect(found.length + runs.length, place.getAttribute("data-claim")!).toBeGreaterThan(0);
    for (const address of found) {
      const [page, id] = address.split("#") as [string, string];
      const shown = pages
        .get(page)!
        .querySelector(`[data-panel="${id}"] > svg, [id="${id}"] .panel > svg, [id="${id}"] > table`);
      expect(shown, address).not.toBeNull();
    }
    for (const run of runs) expect(existsSync(join(siteFolder, "data", `${run}.json`)), run).toBe(true);
  }
});

describe("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launchChromium()));
  afterAll(() => browser.close());

  it("Enter on a mark opens its card with the evidence drawn, Escape closes it and leads back", async () => {
    const {page, troubles, close} = await visit(browser, addressOf("experiments-f1.html"));
    const mark = page.locator('.claim-mark[data-claim="F3-weights"]');
    expect(await mark.getAttribute("aria-haspopup")).toBe("dialog");
    await mark.focus();
    await page.keyboard.press("Enter");
    const card = page.locator("#card-F3-weights");
    await card.waitFor({state: "visible"});
    expect(await page.evaluate("document.activeElement.id")).toBe("card-F3-weights");
    await card.locator(".claim-figure svg").nth(1).waitFor();
    expect(await page.evaluate("new Set([...document.querySelectorAll('[id]')].map((e) => e.id)).size")).toBe(
      await page.locator("[id]").count()
    );
    const box = (await card.boundingBox())!;
    const {width, height} = page.viewportSize()!;
    expect([box.x >= 0, box.y >= 0, box.x + box.width <= width, box.y + box.height <= height]).toEqual(
      Array(4).fill(true)
    );
    await page.keyboard.press("Escape");
    await card.waitFor({state: "hidden"});
    expect(await page.evaluate("document.activeElement.dataset.claim")).toBe("F3-weights");
    expect(troubles).toEqual([]);
    await close();
  });

  it.each([
    ["experiments-f1.html", "LR-5", "svg[data-panel^=LR-5-error]", 1],
    ["experiments-f2.html", "H12-halves", "svg[data-panel^=H12-halves-error]", 2],
    ["experiments-f2.html", "RAND-init-size", "svg.panel-distribution", 3],
    ["implementation.html", "TIME", "svg .speed-bar", 18],
    ["implementation.html", "EXACT", "table.kernels tbody tr", 6]
  ])("the card on %s shows the evidence for %s", async (file, id, drawn, count) => {
    const {page, troubles, close} = await visit(browser, addressOf(file));
    await page.locator(`.claim-mark[data-claim="${id}"]`).first().click();
    const figure = page.locator(`#card-${id} .claim-figure`);
    await expect.poll(() => figure.locator(drawn).count()).toBe(count);
    expect(await page.locator(`#card-${id} .claim-courses`).count()).toBe(0);
    expect(await page.evaluate("new Set([...document.querySelectorAll('[id]')].map((e) => e.id)).size")).toBe(
      await page.locator("[id]").count()
    );
    expect(troubles).toEqual([]);
    await close();
  });

  it("in the list of all claims a small button among the links shows the evidence below", async () => {
    const {page, troubles, close} = await visit(browser, addressOf("claims.html"));
    const entry = page.locator(".claim-entry", {has: page.locator('[id="LONG-last"]')});
    const button = entry.locator(".claim-evidence").getByRole("button", {name: "Show it here"});
    const sizes = await entry
      .locator(".claim-evidence :is(button, a)")
      .evaluateAll((all) => all.map((element) => getComputedStyle(element).fontSize));
    expect(new Set(sizes).size).toBe(1);
    await button.click();
    await entry.locator(".claim-figure svg").waitFor();
    const [links, figure] = [entry.locator(".claim-evidence"), entry.locator(".claim-figure")];
    const [above, below] = [(await links.boundingBox())!, (await figure.boundingBox())!];
    expect(below.y - above.y - above.height).toBeGreaterThan(8);
    expect(await button.count()).toBe(0);
    expect(await page.evaluate("document.activeElement.dataset.claim")).toBe("LONG-last");
    expect(troubles).toEqual([]);
    await close();
  });

  it("on a phone a tap opens the card within the screen, and fetches the evidence from another page", async () => {
    const {page, troubles, close} = await visit(browser, addressOf("conclusions.html"), phone);
    await page.locator('.claim-mark[data-claim="C2"]').tap();
    const card = page.locator("#card-C2");
    await card.locator(".claim-figure svg").first().waitFor();
    const box = (await card.boundingBox())!;
    expect([box.x >= 0, box.x + box.width <= 360, box.y >= 0, box.y + box.height <= 740]).toEqual(Array(4).fill(true));
    expect(troubles).toEqual([]);
    await close();
  });

  it("the choice of verdict and section leaves those claims, says how many, and a link shows any claim", async () => {
    const {page, close} = await visit(browser, addressOf("claims.html"));
    await page.locator('input[name=verdict][value="exact"]').check();
    await page.locator('input[name=section][value="4.2"]').check();
    const shown = page.locator(".claim-entry:visible");
    const count = await shown.count();
    expect(count).toBeGreaterThan(0);
    expect(count).toBe(await page.locator('.claim-entry[data-verdict="exact"][data-section="4.2"]').count());
    expect(await page.locator(".claims-shown").innerText()).toBe(`${count} of ${ids.length} claims are shown.`);
    await page.evaluate("location.hash = '#EXACT'");
    await page.locator("#EXACT").waitFor({state: "visible"});
    expect(await shown.count()).toBe(ids.length);
    await close();
  });

  it("without scripts a mark leads to the claim, and the choice still works", async () => {
    const {page, close} = await visit(browser, addressOf("conclusions.html"), {javaScriptEnabled: false});
    expect(await page.locator(".claim-card:visible").count()).toBe(0);
    await page.locator('.claim-mark[data-claim="C2"]').click();
    await page.waitForURL(/claims.*#C2$/);
    await page.locator('input[value="does-not-hold"]').check();
    expect(await page.locator(".claim-entry:visible").count()).toBe(
      Object.values(verdicts).filter(({verdict}) => verdict === "does not hold").length
    );
    await close();
  });
});
