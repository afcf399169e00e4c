import {cp, lutimes, lstat, mkdir, readdir, realpath, symlink} from "node:fs/promises";
import {dirname, join, relative, sep} from "node:path";
import {$} from "zx";
import {CommandError} from "./command.js";

/** What a folder holds besides sources, be it a link that git does not know to ignore. */
const NOT_SOURCES = /^(node_modules|dist|coverage|\.cache|\.git|src\/\.observablehq)(\/|$)|\.tmp$/;

/**
 * The paths of a project's sources: what git follows or would follow, or all that is not installed or built where the
 * project did not come by git.
 */
export async function sourceFiles(root: string): Promise<string[]> {
  return ((await followedByGit(root)) ?? (await allFiles(root))).sort();
}

async function followedByGit(root: string): Promise<string[] | null> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  const git = $({cwd: root, env, nothrow: true, quiet: true});
  const top = await git`git rev-parse --show-toplevel`;
  if (top.exitCode !== 0 || (await realpath(top.stdout.trim())) !== (await realpath(root))) return null;
  const list = await git`git ls-files -z --cached --others --exclude-standard`;
  if (list.exitCode !== 0) return null;
  const paths = [...new Set(list.stdout.split("\0"))].filter((path) => path !== "");
  const present = await Promise.all(paths.map((path) => lstat(join(root, path)).catch(() => null)));
  return paths.filter((path, i) => present[i] && !NOT_SOURCES.test(path));
}

async function allFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  async function walk(folder: string): Promise<void> {
    for (const entry of await readdir(folder, {withFileTypes: true})) {
      const path = relative(root, join(folder, entry.name)).replaceAll(sep, "/");
      if (NOT_SOURCES.test(path)) continue;
      if (entry.isDirectory()) await walk(join(folder, entry.name));
      else files.push(path);
    }
  }
  await walk(root);
  return files;
}

/**
 * Copies a project's sources to another folder and links its installed packages from there.
 * @param time what the copies' file times are to be
 * @throws CommandError if the packages are not installed
 */
export async function copySources(root: string, to: string, time: Date): Promise<void> {
  const packages = join(root, "node_modules");
  if (!(await lstat(packages).catch(() => null)))
    throw new CommandError("The packages are not installed: run npm ci first.");
  for (const path of await sourceFiles(root)) {
    const target = join(to, path);
    await mkdir(dirname(target), {recursive: true});
    await cp(join(root, path), target, {verbatimSymlinks: true});
    await lutimes(target, time, time);
  }
  await symlink(await realpath(packages), join(to, "node_modules"), "junction");
}
