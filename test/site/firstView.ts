import {gzipSync} from "node:zlib";
import type {Browser} from "playwright-core";
import {visit} from "./visit.js";

/** What a reader downloads to see a page for the first time. */
export interface FirstView {
  /** after gzip, fonts apart */
  bytes: number;
  requests: number;
}

/** Opens a page with an empty cache and adds up what it asked for until it came to rest, compressed as a host would. */
export async function firstView(browser: Browser, url: string): Promise<FirstView> {
  const {responses, close} = await visit(browser, url);
  const counted = responses.filter((response) => response.request().resourceType() !== "font");
  const bodies = await Promise.all(counted.map((response) => response.body()));
  await close();
  return {bytes: bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0), requests: counted.length};
}
