import type {Html} from "./fragment.js";
import type {Report} from "./report.js";

/** The page that is being rendered. */
export interface Page {
  /** the page's name: its file without `.md` */
  name: string;
  report: Report;
  /** side notes so far */
  notes: number;
  /** the claims that the page has marks of, by their ids */
  claims: Set<string>;
  /** the line that the figure which is open ends with */
  provenance: Html | null;
  /** renders a piece of markup that stands outside the page, such as a caption; `origin` names it in errors */
  inline(markup: string, origin: string): Html;
}

/** What markdown-it hands from rule to rule: Framework gives the path, the scan for labels and captions the rest. */
export interface Environment {
  /** such as `/network` */
  path?: string;
  /** set while the pages are scanned for labels: nothing is rendered */
  scanning?: boolean;
  /** where the markup stands, when it is not the page's file */
  origin?: string;
  page?: Page;
}

/** The page's name in an environment: `network` for `/network`. */
export function pageName({path = ""}: Environment): string {
  return path.replace(/^\//, "").replace(/\.md$/, "");
}
