import {blockText} from "../lib/evidence/differingBlock.js";
import {parseRunId} from "../lib/experiments/parameters.js";
import {findings, offerCertificate} from "./findings.js";
import {task} from "./task.js";
import {entryOf, explain, fetchManifest, secondsText, verifyRun, type Verdict} from "./verification.js";

/** “Verify all runs”: repeats every run of the report in this browser and fills the table as it goes. */
export async function act(button: HTMLElement): Promise<void> {
  const rows = [...button.closest(".check")!.querySelectorAll<HTMLTableRowElement>("tr[data-run]")];
  const cells = rows.map((row) => row.querySelector<HTMLElement>(".check-result")!);
  await task(button, "All runs, repeated", async ({signal, progress, say}) => {
    for (const cell of cells) show(cell, "waiting");
    try {
      const manifest = await fetchManifest();
      const work = rows.map(({dataset}) => cost(dataset["run"]!));
      const total = work.reduce((sum, part) => sum + part, 0);
      let done = 0;
      let identical = 0;
      let numbers = 0;
      let seconds = 0;
      for (const [i, row] of rows.entries()) {
        const cell = cells[i]!;
        const onProgress = (part: number) => {
          show(cell, `${Math.floor(100 * part)} %`, "running");
          progress((done + part * work[i]!) / total);
        };
        const {repeated, ...verdict} = await verifyRun(entryOf(manifest, row.dataset["run"]!), {signal, onProgress});
        findings.runs.set(verdict.id, verdict);
        show(cell, shortText(verdict), verdict.block ? "different" : "same");
        if (verdict.block) say(`${verdict.id}: ${await explain({...verdict, repeated}).catch(({message}) => message)}`);
        done += work[i]!;
        identical += verdict.block ? 0 : 1;
        numbers += verdict.numbers;
        seconds += verdict.seconds;
        offerCertificate();
      }
      say(
        `${identical} of ${rows.length} runs identical: ${numbers.toLocaleString("en")} numbers in ${seconds.toFixed(1)} s.`
      );
    } finally {
      for (const cell of cells) if (/^(waiting|\d+ %)$/.test(cell.textContent)) show(cell, "not yet");
    }
  });
}

/** The verdict beside the run's count of numbers. */
function shortText({block, seconds}: Verdict): string {
  return block ? `different in ${blockText(block)}` : `identical, ${secondsText(seconds)}`;
}

function show(cell: HTMLElement, text: string, state = ""): void {
  cell.textContent = text;
  cell.dataset["state"] = state;
}

/** About how long a run takes, in sums over points and hidden units. */
function cost(id: string): number {
  const {hidden, epochs, trainSize, testSize} = parseRunId(id);
  return hidden * epochs * (trainSize + testSize);
}
