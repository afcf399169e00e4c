import {Presets, SingleBar} from "cli-progress";

/** Progress of something long, on stderr. */
export interface Progress {
  /** @param done how much of the total is done; @param now what has just been done, a word or two */
  update(done: number, now?: string): void;
  stop(): void;
}

/** A bar on a terminal; elsewhere a plain line for each quarter of the way, and one for each `now`. */
export function progress(what: string, total: number): Progress {
  if (process.stderr.isTTY) {
    const bar = new SingleBar({format: `${what} {bar} {percentage}% | {now}`, hideCursor: true}, Presets.rect);
    bar.start(total, 0, {now: ""});
    return {update: (done, now) => bar.update(done, now === undefined ? {} : {now}), stop: () => bar.stop()};
  }
  let quarter = 0;
  return {
    update(done, now) {
      const reached = Math.floor((4 * done) / total);
      if (now !== undefined) console.error(`${what}: ${now} (${Math.floor((100 * done) / total)} %)`);
      else if (reached > quarter) console.error(`${what}: ${25 * reached} %`);
      quarter = Math.max(quarter, reached);
    },
    stop() {}
  };
}
