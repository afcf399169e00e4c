import {gzipSync} from "node:zlib";
import type {Response} from "playwright-core";

/** What some answers weigh after gzip, as a host would send them, fonts apart: bytes and number of requests. */
export async function weightOf(responses: Response[]): Promise<{bytes: number; requests: number}> {
  const counted = responses.filter((response) => response.request().resourceType() !== "font");
  const bodies = await Promise.all(counted.map((response) => response.body()));
  return {bytes: bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0), requests: counted.length};
}
