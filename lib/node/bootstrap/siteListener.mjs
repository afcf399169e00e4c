import {createReadStream} from "node:fs";
import {join} from "node:path";
import sirv from "sirv";

/**
 * Answers requests as a static host such as GitHub Pages does: the files of a folder below a base path, `name` for
 * `name.html`, and 404.html with status 404 for everything else.
 *
 * @param {string} dist the built site's folder; it may be built anew while it is being served
 * @param {string} [base] begins and ends with a slash
 * @returns {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void}
 */
export function siteListener(dist, base = "/") {
  const notFound = (_request, response) => {
    response.writeHead(404, {"content-type": "text/html;charset=utf-8"});
    createReadStream(join(dist, "404.html"))
      .on("error", () => response.end())
      .pipe(response);
  };
  const files = sirv(dist, {
    dev: true,
    etag: true,
    onNoMatch: notFound,
    setHeaders(response, path) {
      if (path.endsWith(".parquet")) response.setHeader("content-type", "application/vnd.apache.parquet");
    }
  });
  return (request, response) => {
    const [path, ...query] = request.url.split("?");
    if (`${path}/` === base) {
      response.writeHead(301, {location: [base, ...query].join("?")});
      response.end();
    } else if (path.startsWith(base)) {
      request.url = [path.slice(base.length - 1), ...query].join("?");
      files(request, response);
    } else notFound(request, response);
  };
}
