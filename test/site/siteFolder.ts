/** Where the tests build the site: not in dist, which may be being served. */
export const siteFolder = ".cache/test-site";
