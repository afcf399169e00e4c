import {spawn} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {Complaint} from "./complaint.mjs";

/**
 * Names a package that package-lock.json asks for and node_modules does not have in that version, by comparing the lock
 * with the copy that npm leaves in node_modules when an installation is complete.
 *
 * @param {string} root the project's folder
 * @returns {string | null} a folder such as `node_modules/sirv`, or null when nothing is missing
 */
export function missingPackage(root) {
  const wanted = readLock(join(root, "package-lock.json"));
  if (wanted === null)
    throw new Complaint(`There is no package-lock.json in ${root}: run the command in the project's folder.`);
  const present = readLock(join(root, "node_modules", ".package-lock.json")) ?? {};
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder === "") continue;
    const found = present[folder];
    if (found === undefined && entry.optional) continue;
    if (found === undefined || found.version !== entry.version || found.integrity !== entry.integrity) return folder;
    if (!existsSync(join(root, folder))) return folder;
  }
  return null;
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw new Complaint(`${file} cannot be read (${error.message}): restore it from the repository.`);
  }
}

/**
 * Runs npm with the given arguments in the project's folder, showing what it prints.
 *
 * @param {string} root the project's folder
 * @param {string[]} args such as `["run", "build"]`
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{code: number | null, signal: string | null}>}
 */
export function npm(root, args, env = process.env) {
  const cli = env.npm_execpath;
  const [program, first] =
    cli !== undefined && basename(cli) === "npm-cli.js" ? [process.execPath, [cli]] : ["npm", []];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args], {cwd: root, env, stdio: "inherit"});
    child.once("error", () => reject(new Complaint("npm cannot be started: install Node together with npm.")));
    child.once("exit", (code, signal) => resolve({code, signal}));
  });
}

/**
 * Makes node_modules agree with package-lock.json, and does nothing where it already does.
 *
 * @param {string} root the project's folder
 * @throws {Complaint} when npm fails
 */
export async function install(root) {
  const missing = missingPackage(root);
  if (missing === null) return;
  console.log(`Installing the packages of package-lock.json (${missing} is missing or out of date) …`);
  const {code} = await npm(root, ["ci", "--include=dev"]);
  if (code !== 0)
    throw new Complaint(
      "npm ci could not install the packages (its messages stand above): check the network and try again."
    );
}
