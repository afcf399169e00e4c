import {describe, expect, it} from "vitest";
import {MOST_HIDDEN} from "../../../lib/experiments/labLimits.js";
import {MAX_EPOCHS, parseRunId} from "../../../lib/experiments/parameters.js";
import {run} from "../../../lib/experiments/run.js";
import {columnsOf, runColumns} from "../../../lib/figures/live/runColumns.js";
import {MOST_ROWS, type Rest, type TrainerReply, type TrainerRequest} from "../../../src/components/lab/protocol.js";
import {trainer} from "../../../src/components/lab/trainer.js";

/**
 * A trainer with the page's side of the talk.
 * @param heard is told each reply
 */
function talk(heard: (reply: TrainerReply) => void = () => {}) {
  const replies: TrainerReply[] = [];
  let waiting: ((rest: Rest) => void) | undefined;
  const ask = trainer((message, transfer = []) => {
    // What is transferred is gone from the trainer, as in a worker.
    const reply = structuredClone(message, {transfer});
    replies.push(reply);
    heard(reply);
    if (reply.kind === "records") ask({kind: "ready"});
    if (reply.kind === "rest") waiting?.(reply);
    if (reply.kind === "failed") throw new Error(reply.reason);
  });
  const rest = (request: TrainerRequest) =>
    new Promise<Rest>((resolve) => {
      waiting = resolve;
      ask(request);
    });
  return {ask, rest, replies};
}

const id = "f2-h8-rate0.1-epochs1200";
const open = (parameters = parseRunId(id)) => ({kind: "open", run: 1, parameters}) as const;
const train = (until: number, pace = Infinity) => ({kind: "train", until, pace}) as const;

describe("the lab's trainer", () => {
  it("gets the digest of the run, however it is stepped, paused and continued", async () => {
    const {digest} = await run(parseRunId(id));
    let pauses = false;
    const {ask, rest} = talk(({kind}) => void (pauses && kind === "records" && ask({kind: "pause"})));
    expect((await rest(open())).epoch).toBe(0);
    for (const until of [1, 2, 12, 112]) expect((await rest(train(until))).epoch).toBe(until);
    pauses = true;
    const {epoch} = await rest(train(1200, 20_000));
    pauses = false;
    expect(epoch).toBeGreaterThan(112);
    expect(epoch).toBeLessThan(1200);
    const done = await rest(train(1200));
    expect([done.epoch, done.digest]).toEqual([1200, digest]);
  });

  it("goes on beyond the planned end, and changes the rate on the way, as the run of that name does", async () => {
    const {rest} = talk();
    await rest(open(parseRunId("f1-h3-rate1-epochs300")));
    await rest(train(300));
    expect((await rest({kind: "rate", rate: 0.25})).rate).toBe(0.25);
    const {parameters, digest} = await rest(train(450));
    const whole = await run(parseRunId("f1-h3-rate1-epochs450-rate0.25.from300"));
    expect(parameters).toEqual(whole.parameters);
    expect(digest).toBe(whole.digest);
  });

  it("sets a rate that is asked for while it trains when it has come to rest", async () => {
    const {ask, rest, replies} = talk();
    await rest(open());
    const trained = rest(train(1200, 20_000));
    ask({kind: "rate", rate: 0.02});
    expect((await trained).epoch).toBe(1200);
    await expect.poll(() => replies.at(-1)).toMatchObject({kind: "rest", epoch: 1200, rate: 0.02});
    const {parameters, digest} = await rest(train(1500));
    const whole = await run(parseRunId("f2-h8-rate0.1-epochs1500-rate0.02.from1200"));
    expect([parameters, digest]).toEqual([whole.parameters, whole.digest]);
  });

  it("says every record once, in order, so that the page has the history to the bit", async () => {
    const {rest, replies} = talk();
    const columns = runColumns(8, MOST_ROWS);
    await rest(open());
    const {last, epoch} = await rest(train(1200, 10_000));
    for (const reply of replies) if (reply.kind === "records") columns.append(reply.records, reply.from, reply.step);
    columns.append(last, epoch);
    const whole = columnsOf((await run(parseRunId(id))).history);
    for (const name of ["test_loss", "train_loss", "U_3_1", "V_7", "gradient_norm", "gradient_angle", "path_y"])
      expect(columns.column(name)).toEqual(whole.column(name));
  });

  it("keeps a bounded history of a long run, and the digest of all of it", async () => {
    const long = parseRunId("f1-h2-rate0.1-epochs70000-train2-test1");
    const {rest, replies} = talk();
    await rest(open(long));
    const {digest, epoch} = await rest(train(70_000));
    expect([epoch, digest]).toEqual([70_000, (await run(long)).digest]);
    const columns = runColumns(2, MOST_ROWS);
    for (const reply of replies) if (reply.kind === "records") columns.append(reply.records, reply.from, reply.step);
    expect(columns.rows).toBeLessThanOrEqual(MOST_ROWS);
    expect(columns.rows).toBeGreaterThan(MOST_ROWS / 4);
    expect(Array.from(columns.column("test_loss").epochs, (at) => at % columns.every)).not.toContain(1);
  });

  it("reserves no more than 64 MB for the largest run that the lab takes", async () => {
    const {rest} = talk();
    const before = process.memoryUsage().arrayBuffers;
    await rest(open(parseRunId(`f2-h${MOST_HIDDEN}-rate0.01-epochs${MAX_EPOCHS}`)));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64e6);
  });

  it("gives up a run for the next at once", async () => {
    const {ask, replies} = talk();
    ask(open(parseRunId("f2-h40-rate0.01-epochs1000000")));
    ask(train(1_000_000));
    ask({...open(), run: 2});
    await expect.poll(() => replies.at(-1)).toMatchObject({kind: "rest", run: 2, epoch: 0});
  });

  it("says in which epoch a run diverged, and what overflowed", async () => {
    const {rest} = talk();
    await rest(open(parseRunId("f1-h3-rate5-epochs250")));
    const {divergence, summary} = await rest(train(250));
    expect(divergence).toMatchObject({epoch: summary.firstNonFiniteEpoch, overflow: "errors"});
    expect(divergence!.largest.epoch).toBe(summary.firstNonFiniteEpoch! - 1);
    expect(Math.abs(divergence!.largest.value)).toBeGreaterThan(1e100);
  });
});
