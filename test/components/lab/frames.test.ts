import {beforeEach, expect, test, vi} from "vitest";
import {frames} from "../../../src/components/lab/frames.js";

let now: number;
let requested: ((time: number) => void) | undefined;
beforeEach(() => {
  now = 0;
  requested = undefined;
  vi.stubGlobal("performance", {now: () => now});
  vi.stubGlobal("requestAnimationFrame", (frame: (time: number) => void) => void (requested = frame));
  return () => vi.unstubAllGlobals();
});

/** Lets the screen show so many frames, 16 ms apart or as many as they take, before each of which something is done. */
function pass(count: number, before: () => void): void {
  for (let i = 0; i < count; ++i) {
    before();
    const frame = requested;
    requested = undefined;
    const start = now;
    frame?.(now);
    now = Math.max(now, start + 16);
  }
}

/** Things of which each takes so many ms to draw, with the times at which they were drawn. */
function things(count: number, takes: number) {
  return Array.from({length: count}, () => {
    const times: number[] = [];
    return {
      times,
      visible: true,
      draw() {
        times.push(now);
        now += takes;
      }
    };
  });
}

test("a slow device draws one thing a frame, each in its turn", () => {
  const slow = things(3, 10);
  const drawing = frames(slow, () => 0);
  pass(6, () => drawing.ask());
  expect(slow.map(({times}) => times)).toEqual([
    [0, 48],
    [16, 64],
    [32, 80]
  ]);
});

test("a gap is kept where the drawings take several frames and what is drawn changes meanwhile", () => {
  const slow = things(6, 10);
  const drawing = frames(slow, () => 1000);
  pass(200, () => drawing.ask());
  for (const {times} of slow) {
    expect(times).toHaveLength(3);
    for (const [i, time] of times.slice(1).entries()) expect(time - times[i]!).toBeGreaterThanOrEqual(1000);
  }
});

test("what leaves the screen before its turn holds up nothing, and is drawn when it is back", () => {
  const [first, second, third] = things(3, 10) as [...ReturnType<typeof things>, never, never, never];
  const drawing = frames([first, second, third], () => 0);
  drawing.ask();
  pass(1, () => {});
  second.visible = false;
  pass(3, () => {});
  expect([first.times, second.times, third.times]).toEqual([[0], [], [16]]);
  second.visible = true;
  drawing.ask([second]);
  pass(1, () => {});
  expect(second.times).toHaveLength(1);
});
