// Plain JavaScript that even an old Node can read: it has to be able to say that it is too old.

/** The oldest Node that every package here supports, as [major, minor]. */
export const oldestNode = [20, 19];

/**
 * Says what to do about a Node that is too old.
 *
 * @param {string} version such as `20.19.0`, without a leading v
 * @returns {string | null} one sentence, or null when the version is fine
 */
export function nodeComplaint(version) {
  const [major, minor] = version.split(".").map(Number);
  const [leastMajor, leastMinor] = oldestNode;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return null;
  return `Node ${leastMajor}.${leastMinor} or newer is needed and this is ${version}: install a current one from https://nodejs.org and try again.`;
}
