import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parseHTML} from "linkedom";
import {inject} from "vitest";
import {siteFolder} from "./siteFolder.js";

/** All files of the built site, relative to its folder, in alphabetical order. */
export const siteFiles: string[] = readdirSync(siteFolder, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath ?? entry.path, entry.name)
      .slice(siteFolder.length + 1)
      .replaceAll("\\", "/")
  )
  .sort();

/** The pages' files, such as `experiments-f1.html`. */
export const pageFiles: string[] = siteFiles.filter((file) => file.endsWith(".html"));

/** The text of a page as it was built. */
export function pageText(file: string): string {
  return readFileSync(join(siteFolder, file), "utf8");
}

/** A page as it was built, before any script runs. */
export function pageDocument(file: string): Document {
  return parseHTML(pageText(file)).document as unknown as Document;
}

/** Where to open a page. The 404 page works only below the path that the site was built for. */
export function addressOf(file: string): string {
  return inject(file === "404.html" ? "subPath" : "site") + file;
}
