import {blockText} from "../lib/evidence/differingBlock.js";
import {findings, offerCertificate} from "./findings.js";
import {task} from "./task.js";
import {secondsText, verifyRuns, type Verdict} from "./verification.js";

/** “Verify all runs”: repeats every run of the report in this browser and fills the table as it goes. */
export async function act(button: HTMLElement): Promise<void> {
  const rows = [...button.closest(".check")!.querySelectorAll<HTMLTableRowElement>("tr[data-run]")];
  const ids = rows.map(({dataset}) => dataset["run"]!);
  const cells = rows.map((row) => row.querySelector<HTMLElement>(".check-result")!);
  await task(button, "All runs, repeated", async ({signal, progress, say}) => {
    const verdicts: Verdict[] = [];
    for (const cell of cells) show(cell, "waiting", "pending");
    try {
      await verifyRuns(ids, {
        signal,
        onProgress: progress,
        onRun: (i, part) => show(cells[i]!, `${Math.floor(100 * part)} %`, "pending"),
        onVerdict(i, verdict) {
          verdicts.push(verdict);
          findings.runs.set(verdict.id, verdict);
          offerCertificate();
          show(cells[i]!, shortText(verdict), verdict.block ? "different" : "same");
          if (verdict.explanation) say(`${verdict.id}: ${verdict.explanation}`);
        }
      });
    } finally {
      for (const cell of cells) if (cell.dataset["state"] === "pending") show(cell, "not yet", "");
    }
    say(summaryText(verdicts));
  });
}

function show(cell: HTMLElement, text: string, state: "pending" | "same" | "different" | ""): void {
  cell.textContent = text;
  cell.dataset["state"] = state;
}

/** A verdict beside the run's count of numbers. */
function shortText({block, seconds}: Verdict): string {
  return block ? `different in ${blockText(block)}` : `identical, ${secondsText(seconds)}`;
}

function summaryText(verdicts: readonly Verdict[]): string {
  const identical = verdicts.filter(({block}) => block === null).length;
  const sum = (name: "numbers" | "seconds") => verdicts.reduce((total, verdict) => total + verdict[name], 0);
  return `${identical} of ${verdicts.length} runs identical: ${sum("numbers").toLocaleString("en")} numbers in ${secondsText(sum("seconds"))}.`;
}
