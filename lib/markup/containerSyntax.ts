import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type Token from "markdown-it/lib/token.mjs";
import container from "markdown-it-container";

/** The containers `::: name …` to `:::` that a page may use. */
export const containers = [
  "figure",
  "runs",
  "derivation",
  "aside",
  "hero",
  "record",
  "check",
  "drift",
  "lab",
  "presets",
  "speed",
  "instability",
  "predictions",
  "precision",
  "valley",
  "claims",
  "ensemble",
  "randomness"
] as const;

/**
 * Block containers: tokens `container_NAME_open`, its words in `info`, to `container_NAME_close`. Any other line of
 * colons is a token `container_unknown`.
 */
export function containerSyntax(md: MarkdownIt): void {
  for (const name of containers) md.use(container, name);
  md.block.ruler.before("heading", "unknown_container", unknown, {
    alt: ["paragraph", "reference", "blockquote", "list"]
  });
}

/** What follows the container's name on its first line. */
export function containerArgument({info}: Token): string {
  return info.trim().split(/\s+/).slice(1).join(" ");
}

/**
 * Requires that a container holds nothing, for what it shows is made of its first line.
 * @throws Error if there is a line between the first and the closing “:::”
 */
export function requireEmpty({map, info}: Token): void {
  if (map && map[1] - map[0] > 1)
    throw new Error(`“::: ${info.trim()}” holds nothing: close it by “:::” on the next line.`);
}

function unknown(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const text = state.src.slice(state.bMarks[startLine]! + state.tShift[startLine]!, state.eMarks[startLine]);
  if (!text.startsWith(":::") || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  if (silent) return true;
  const token = state.push("container_unknown", "", 0);
  token.content = text;
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}
