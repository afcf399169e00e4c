const LINE = /^([0-9a-f]{64}) [ *](.+)$/;

/**
 * SHA-256 sums of files in the form that `sha256sum -c` reads, sorted by path in the order of code units.
 * @param sums by path, with slashes
 * @throws RangeError for a path with a line break or a backslash, which that form would have to disguise
 */
export function formatChecksums(sums: ReadonlyMap<string, string>): string {
  const lines = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sum]) => {
      if (/[\n\r\\]/.test(path))
        throw new RangeError(`A file cannot be listed under the name ${JSON.stringify(path)}.`);
      return `${sum}  ${path}\n`;
    });
  return lines.join("");
}

/**
 * Reads such a list.
 * @returns sums by path
 * @throws Error with one sentence if a line is no sum of a file, or if the last is cut off
 */
export function parseChecksums(text: string): Map<string, string> {
  const lines = text.split(/\r?\n/);
  if (lines.pop() !== "") throw new Error("The list of checksums is cut off in its last line.");
  return new Map(
    lines.map((line, i) => {
      const match = LINE.exec(line);
      if (!match) throw new Error(`Line ${i + 1} of the list of checksums is no SHA-256 sum and path.`);
      return [match[2]!, match[1]!];
    })
  );
}

/**
 * The address of a listed file, relative to the site's own. Only what an address would misread is disguised: some hosts
 * take `%40` in a folder's name for those three characters.
 */
export function relativeAddress(path: string): string {
  return `./${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`;
}
