/** What the user can mend: printed as it is, without a stack. */
export class CommandError extends Error {}

/**
 * Runs a command's main function. What is wrong with the input or the machine is printed to stderr as one sentence,
 * with exit code 1; anything else is a fault of ours and keeps its stack.
 */
export async function command(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    console.error(sentence(error) ?? error);
  }
}

/** What can be said of an error in a sentence; undefined for a fault of ours. */
function sentence(error: unknown): string | undefined {
  if (error instanceof CommandError || error instanceof RangeError) return error.message;
  if (!isSystemError(error)) return undefined;
  const {code, path} = error as NodeJS.ErrnoException;
  if (code !== "ENOSPC") return error.message;
  return `${path ? `${path} could not be written: no` : "No"} space is left on the disk; make room and try again.`;
}

/** Whether an error, or what it was caused by, comes from the machine: a full disk, a missing file. */
export function isSystemError(error: unknown): error is Error {
  return error instanceof Error && ("code" in error || (error.cause !== undefined && isSystemError(error.cause)));
}
