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
    const expected = error instanceof CommandError || error instanceof RangeError || isSystemError(error);
    console.error(expected ? error.message : error);
  }
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && ("code" in error || (error.cause !== undefined && isSystemError(error.cause)));
}
