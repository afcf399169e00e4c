import {Presets, SingleBar} from "cli-progress";

/** Is told how much of the total is done, and what has just been done, a word or two. */
export type Update = (done: number, now?: string) => void;

/** Does something long and shows its progress on stderr: as a bar on a terminal, which goes when it ends or fails. */
export async function withProgress<T>(what: string, total: number, work: (update: Update) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work(lines(what, total));
  const bar = new SingleBar({format: `${what} {bar} {percentage}% | {now}`, hideCursor: true}, Presets.rect);
  bar.start(total, 0, {now: ""});
  try {
    return await work((done, now) => bar.update(done, now === undefined ? {} : {now}));
  } finally {
    bar.stop();
  }
}

/** A plain line for each quarter of the way, and one for each `now`. */
function lines(what: string, total: number): Update {
  let quarter = 0;
  return (done, now) => {
    const reached = Math.floor((4 * done) / total);
    if (now !== undefined) console.error(`${what}: ${now} (${Math.floor((100 * done) / total)} %)`);
    else if (reached > quarter) console.error(`${what}: ${25 * reached} %`);
    quarter = Math.max(quarter, reached);
  };
}
