import {make} from "./dom.js";
import {reportOf} from "./report.js";

/** What a task is given to work with. */
export interface TaskTools {
  signal: AbortSignal;
  /** shows the part that is done, 0 to 1 */
  progress(part: number): void;
  /** adds a line to the report under the button */
  say(...line: (Node | string)[]): void;
}

const running = new WeakMap<HTMLElement, AbortController>();

const UNSAID = Symbol("nobody wants to know");

/** Cancels what a button has asked for, without a word. */
export function drop(button: HTMLElement): void {
  running.get(button)?.abort(UNSAID);
}

/**
 * Does something long that a button has asked for: shows its progress, and makes a second press of the button cancel it.
 * What goes wrong is said in the report under the button.
 * @param what a screen reader calls the progress
 */
export async function task(
  button: HTMLElement,
  what: string,
  work: (tools: TaskTools) => Promise<void>
): Promise<void> {
  const current = running.get(button);
  if (current) return current.abort();
  const controller = new AbortController();
  const {signal} = controller;
  running.set(button, controller);
  const label = button.textContent;
  const report = reportOf(button);
  const bar = make("progress", {max: 1, value: 0, "aria-label": what});
  const say = (...line: (Node | string)[]) => report.append(make("p", {}, ...line));
  button.textContent = "Cancel";
  button.after(bar);
  report.replaceChildren();
  try {
    await work({signal, say, progress: (part) => (bar.value = part)});
  } catch (error) {
    if (signal.reason !== UNSAID) say(signal.aborted ? "Cancelled." : (error as Error).message);
  } finally {
    running.delete(button);
    bar.remove();
    button.textContent = label;
  }
}
