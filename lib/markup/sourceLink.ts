import {fragment, type Html} from "./fragment.js";
import type {Report} from "./report.js";

/** A file of the project: a link to it, or its path alone where the site does not know its repository. */
export function sourceLink(path: string, {repository, commit}: Pick<Report, "repository" | "commit">): Html {
  const name = fragment`<code>${path}</code>`;
  return repository === null ? name : fragment`<a href="${repository}/blob/${commit ?? "HEAD"}/${path}">${name}</a>`;
}
