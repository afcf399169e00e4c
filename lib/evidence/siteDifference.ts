/** How the files of two sites compare, by their checksums. All paths are sorted. */
export interface SiteDifference {
  equal: string[];
  different: string[];
  /** files that the examined site lacks */
  missing: string[];
  /** files that it has and should not have */
  extra: string[];
}

/**
 * Compares all files of a site with those that it should have.
 * @param expected checksums by path
 * @param examined likewise
 */
export function siteDifference(
  expected: ReadonlyMap<string, string>,
  examined: ReadonlyMap<string, string>
): SiteDifference {
  const paths = [...new Set([...expected.keys(), ...examined.keys()])].sort();
  const both = paths.filter((path) => expected.has(path) && examined.has(path));
  return {
    equal: both.filter((path) => expected.get(path) === examined.get(path)),
    different: both.filter((path) => expected.get(path) !== examined.get(path)),
    missing: paths.filter((path) => !examined.has(path)),
    extra: paths.filter((path) => !expected.has(path))
  };
}
