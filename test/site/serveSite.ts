import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {siteListener} from "../../lib/node/bootstrap/siteListener.mjs";

export interface ServedSite {
  /** such as `http://127.0.0.1:4567/`, with a slash at the end */
  url: string;
  close(): void;
}

/** Serves a built site on a free port, below a base path that begins and ends with a slash. */
export async function serveSite(dist: string, base = "/"): Promise<ServedSite> {
  const server = createServer(siteListener(dist, base));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const {port} = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return {url: `http://127.0.0.1:${port}${base}`, close};
}
