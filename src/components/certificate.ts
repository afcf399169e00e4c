import {download} from "./download.js";
import {findings, type Findings} from "./findings.js";

/** What a browser attests to have found. */
export interface Certificate {
  statement: string;
  site: string;
  /** ISO 8601 */
  made: string;
  engine: {userAgent: string};
  /** the version of the report, and the commit of its sources where the site knows it */
  version: string;
  commit: string | null;
  runs: {
    id: string;
    identical: boolean;
    /** the digest in the site's manifest, and the one that this browser came to */
    expected: string;
    digest: string;
    /** the first and last epoch of the block in which the numbers first differ; null if all are equal */
    firstDifference: readonly [number, number] | null;
    explanation: string | null;
    numbers: number;
    seconds: number;
  }[];
  files: Findings["files"];
}

const STATEMENT =
  "A browser has repeated these runs and compared these files with what the site says of them. That is no proof of the site's honesty, for the program that compared came from the same site; to check independently, build the project from its source or compute a digest from the definition. This file is not signed.";

/** “Download the certificate”: what has been checked on this page, as JSON. */
export async function act(button: HTMLElement): Promise<void> {
  const certificate: Certificate = {
    statement: STATEMENT,
    site: new URL(".", location.href).href,
    made: new Date().toISOString(),
    engine: {userAgent: navigator.userAgent},
    version: button.dataset["version"]!,
    commit: button.dataset["commit"] || null,
    runs: [...findings.runs.values()].map(({block, ...facts}) => {
      return {...facts, identical: block === null, firstDifference: block};
    }),
    files: findings.files
  };
  download(new Blob([`${JSON.stringify(certificate, null, 1)}\n`], {type: "application/json"}), "certificate.json");
}
