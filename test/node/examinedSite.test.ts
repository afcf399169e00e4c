import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, expect, test} from "vitest";
import {formatChecksums} from "../../lib/evidence/checksums.js";
import {siteListener} from "../../lib/node/bootstrap/siteListener.mjs";
import {openSite} from "../../lib/node/examinedSite.js";
import {filesBelow, sumOf} from "../../lib/node/fileSum.js";

const temporary = (name: string) => mkdtempSync(join(tmpdir(), `${name} `));
const files = {
  "404.html": "<title>Not here</title>",
  "index.html": "<title>Ä</title>",
  "data/a b.json": "{}",
  "data/100%.txt": "percent",
  "_node/@noble/hashes@1.8.0/sha2.js": "at",
  ".nojekyll": "",
  "build.json": `{"base": "/report/"}`
};

function site(): string {
  const folder = temporary("site");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  const sums = new Map(Object.entries(files).map(([path, text]) => [path, sumOf(text)]));
  writeFileSync(join(folder, "SHA256SUMS"), formatChecksums(sums));
  return folder;
}

let server: Server | undefined;
afterEach(() => void server?.close());

/** Serves what `answer` answers, and returns the address. */
async function served(answer: Parameters<typeof createServer>[1]): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((done) => server!.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a folder is examined where it is, with its own settings", async () => {
  const folder = site();
  const {settings, folder: take, mayHide} = await openSite(folder);
  expect(settings).toEqual({base: "/report/", repository: null, commit: null});
  expect(await take([], "unused")).toBe(folder);
  expect(mayHide(".nojekyll")).toBe(false);
});

test.each(["", "/", "/index.html", "/?utm=1#top"])(
  "a site on the web is fetched file by file, from its address%s",
  async (rest) => {
    const folder = site();
    const origin = await served(siteListener(folder, "/report/"));
    const {name, settings, folder: take, mayHide} = await openSite(`${origin}/report${rest}`);
    expect(name).toBe(`${origin}/report/`);
    expect(settings.base).toBe("/report/");
    const fresh = join(temporary("fetched"), "new");
    expect(await take(["expected.html", "index.html"], fresh)).toBe(fresh);
    const delivered = filesBelow(folder).filter((path) => path !== ".nojekyll");
    expect(filesBelow(fresh).filter((path) => path !== ".nojekyll")).toEqual(delivered);
    for (const path of delivered)
      expect(readFileSync(join(fresh, path)).equals(readFileSync(join(folder, path)))).toBe(true);
    expect([mayHide(".nojekyll"), mayHide("index.html")]).toEqual([true, false]);
  }
);

test.each([
  ["nowhere", /^There is no folder nowhere to compare with: build it with npm run build/],
  ["package.json", /^There is no folder package\.json/],
  ["lib", /^lib holds no built site/],
  ["http://127.0.0.1:1/", /^http:\/\/127\.0\.0\.1:1\/SHA256SUMS could not be fetched/],
  ["https://no.such.host.invalid/x/", /^https:\/\/no\.such\.host\.invalid\/x\/SHA256SUMS could not be fetched/]
])("%s is refused in one sentence", async (place, sentence) => {
  await expect(openSite(place)).rejects.toThrow(sentence);
});

test("a web site of something else is refused", async () => {
  const page = await served((_request, response) => response.end("<!doctype html>\n"));
  await expect(openSite(page)).rejects.toThrow(/SHA256SUMS is no list of checksums: Line 1/);
  server!.close();
  const none = await served((_request, response) => response.writeHead(404).end());
  await expect(openSite(none)).rejects.toThrow(/is no site of this report: it has no SHA256SUMS/);
  server!.close();
  const broken = await served((_request, response) => response.writeHead(503).end());
  await expect(openSite(broken)).rejects.toThrow(/is answered with the status 503/);
});

test.each(["../escape", "/etc/passwd", "a/../../b", "C:/x", "a//b", "./x"])(
  "a list that leads out of the site with %s is refused",
  async (path) => {
    const address = await served((_request, response) => response.end(formatChecksums(new Map([[path, sumOf("")]]))));
    await expect(openSite(address)).rejects.toThrow(`lists “${path}”, which is no file of a site`);
  }
);
