/** Something that the person at the keyboard can mend: shown as one sentence, without a stack. */
export class Complaint extends Error {}

/**
 * Runs a command to its end; a complaint is printed as its one sentence and makes the exit code 1.
 *
 * @param {() => Promise<void>} body
 */
export async function withComplaints(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
