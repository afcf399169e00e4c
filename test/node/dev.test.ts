import {readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {projectCopy, type ProjectCopy, type Started} from "./projectCopy.js";

const titles = "lib/markup/sitePages.ts";
const original = readFileSync(titles, "utf8");

/** A machine that is busy with other tests needs its time to begin the preview anew. */
const SLOW = {timeout: 120_000};

let project: ProjectCopy;
let dev: Started;
beforeAll(async () => {
  project = await projectCopy();
  dev = project.start("lib/node/commands/dev.ts");
});
afterAll(async () => {
  dev.interrupt();
  await dev.ended;
  project.remove();
});

/** Puts another file in the place of the one with the titles, as many editors do. */
function edit(text: string): void {
  const place = join(project.root, titles);
  writeFileSync(`${place}~`, text);
  renameSync(`${place}~`, place);
}

it("serves what the code now makes of a page, also after a mistake has been mended, and leaves nothing running", async () => {
  const address = /http:\/\/127\.0\.0\.1:\d+\//;
  const [site] = address.exec(await dev.printed(address))!;
  const contents = async () => {
    const answer = await fetch(`${site}about`).catch(() => undefined);
    return answer ? await answer.text() : "no answer";
  };
  await expect.poll(contents, SLOW).toContain("Beyond the paper");
  edit(original.replace("Beyond the paper", "Past the paper"));
  await expect.poll(contents, SLOW).toContain("Past the paper");
  edit(original.replace("siteParts", "site parts"));
  await dev.printed(/Expected.*sitePages|sitePages.*Expected/s);
  edit(original);
  await expect.poll(contents, SLOW).toContain("Beyond the paper");
  dev.interrupt();
  expect((await dev.ended).code).toBe(0);
  expect(await contents()).toBe("no answer");
});
