import {spawnSync} from "node:child_process";
import {mkdtempSync, rmdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** A file system of a given size, in memory. */
export interface SmallDisk {
  folder: string;
  remove(): void;
}

/**
 * Mounts a small disk.
 * @returns the reason where that cannot be done, as without the administrator's rights
 */
export function smallDisk(kilobytes: number): SmallDisk | string {
  const folder = mkdtempSync(join(tmpdir(), "small disk "));
  const mount = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder], {encoding: "utf8"});
  if (mount.status !== 0) {
    rmdirSync(folder);
    return `no small disk can be mounted here: ${mount.error?.message ?? mount.stderr.trim()}`;
  }
  return {
    folder,
    remove() {
      spawnSync("umount", [folder]);
      rmdirSync(folder);
    }
  };
}
