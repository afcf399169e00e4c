/** Something that is drawn now and then. */
export interface Drawn {
  /** whether it is on the screen, or near it */
  readonly visible: boolean;
  draw(): void;
}

/** Draws what has changed, a little in each frame. */
export interface Frames {
  /** asks for these to be drawn anew, or for all */
  ask(items?: readonly Drawn[]): void;
}

/** So long (ms) a frame may draw, but for what is drawn first in it. */
const BUDGET = 6;

/**
 * Draws one thing after another, as many in a frame as take a few milliseconds together and at least one, so that a slow
 * device drops drawings and no frames. What is not on the screen waits until it is.
 * @param gap the least time (ms) from one drawing of all to the next: for readers who want little motion
 */
export function frames(all: readonly Drawn[], gap: () => number): Frames {
  const stale = new Set<Drawn>();
  /** what is being drawn; what changes meanwhile is drawn next time */
  const due = new Set<Drawn>();
  let requested = false;
  let next = 0;
  let drawnLast = -Infinity;

  function frame(now: number): void {
    requested = false;
    if (due.size === 0) {
      if (now - drawnLast < gap()) return request();
      for (const item of stale) if (item.visible) due.add(item);
    }
    const start = performance.now();
    for (let tried = 0; tried < all.length; ++tried) {
      const item = all[next]!;
      next = (next + 1) % all.length;
      if (!due.delete(item) || !item.visible) continue;
      stale.delete(item);
      item.draw();
      if (performance.now() - start > BUDGET) break;
    }
    if (due.size === 0) drawnLast = now;
    if (all.some((item) => item.visible && stale.has(item))) request();
  }

  function request(): void {
    if (requested) return;
    requested = true;
    requestAnimationFrame(frame);
  }

  return {
    ask(items = all) {
      for (const item of items) stale.add(item);
      request();
    }
  };
}
