import type {FilesFinding} from "./checkFiles.js";
import type {Verdict} from "./verification.js";

/** What has been checked on this page so far, for the certificate. */
export interface Findings {
  runs: Map<string, Verdict>;
  files: FilesFinding | null;
}

export const findings: Findings = {runs: new Map(), files: null};

/** There is something to certify now. */
export function offerCertificate(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-action=certificate]"))
    button.disabled = false;
}
