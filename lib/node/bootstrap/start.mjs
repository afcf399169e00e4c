import {createServer} from "node:http";
import {join} from "node:path";
import {Complaint} from "./complaint.mjs";
import {startOptions, usage} from "./options.mjs";
import {install, npm} from "./packages.mjs";

/**
 * Installs what is missing, builds the site, serves it and prints the address, until Ctrl-C. The port is taken first, so
 * that a busy one is noticed before the work and not after it.
 *
 * @param {string} root the project's folder
 * @param {string[]} args see `usage`
 * @throws {Complaint} for bad options, a busy port, a failed installation or a failed build
 */
export async function start(root, args) {
  const {port, base, help} = startOptions(args);
  if (help) return console.log(usage);
  let answer = stillBuilding;
  const server = createServer((request, response) => answer(request, response));
  try {
    await listening(server, port);
    await install(root);
    const {code} = await npm(root, ["run", "build"], {...process.env, SITE_BASE: base});
    if (code !== 0) throw new Complaint("The site could not be built: the messages above say why.");
    const {siteListener} = await import("./siteListener.mjs");
    answer = siteListener(join(root, "dist"), base);
  } catch (error) {
    close(server);
    throw error;
  }
  console.log(`\nThe article is at http://127.0.0.1:${server.address().port}${base} (Ctrl-C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => close(server));
}

function stillBuilding(_request, response) {
  response.writeHead(503, {"content-type": "text/plain; charset=utf-8", "retry-after": "5"});
  response.end("The site is being built: reload this page in a moment.\n");
}

function listening(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(portComplaint(error, port)));
    server.listen(port, "127.0.0.1", resolve);
  });
}

function portComplaint(error, port) {
  if (error.code === "EADDRINUSE")
    return new Complaint(
      `Port ${port} is in use: end the program that has it, or choose another with npm start -- --port ${port + 1}.`
    );
  if (error.code === "EACCES")
    return new Complaint(
      `Port ${port} is reserved for the administrator: choose another with npm start -- --port 3000.`
    );
  return error;
}

function close(server) {
  server.close();
  server.closeAllConnections();
}
