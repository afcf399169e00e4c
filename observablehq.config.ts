import {readFileSync} from "node:fs";
import {setCurrentDate} from "@observablehq/framework/dist/config.js";
import type MarkdownIt from "markdown-it";
import {pageFooter, pageHead, pageHeader} from "./lib/markup/shell.js";
import {reportMarkup, reportSyntax} from "./lib/markup/reportMarkup.js";
import {siteTitle} from "./lib/markup/sitePages.js";
import {browserBundle, SCRIPTS} from "./lib/node/browserBundle.js";
import {checkPages} from "./lib/node/checkPages.js";
import {presentFacts} from "./lib/node/computedFacts.js";
import {pageSource} from "./lib/node/pageSources.js";
import {dataPaths} from "./lib/node/siteFiles.js";
import {siteReport} from "./lib/node/siteReport.js";
import {textFont} from "./lib/node/typefaces.js";

const {SITE_OUTPUT = "dist", SITE_BASE = "/", SITE_BUILDING} = process.env;

// The times of files would find their way into the pages: a build is to depend on their contents alone.
if (SITE_BUILDING) setCurrentDate(new Date(0));

const facts = await presentFacts();
const script = readFileSync("src/theme/shell.js", "utf8");
const program = SITE_BUILDING ? `./${SCRIPTS}/${(await browserBundle()).program}` : "/components/site.js";

interface Fragment {
  path: string;
}

const nameOf = ({path}: Fragment) => path.slice(1);

/** Whether a page has something that answers to the reader. */
const isLive = (name: string) =>
  /^::: (figure|hero|check|drift|speed|claims|lab|instability|predictions|precision|valley|ensemble|randomness)\b|:claim\[/m.test(
    pageSource(name).markup
  );

export default {
  root: "src",
  output: SITE_OUTPUT,
  base: SITE_BASE,
  title: siteTitle,
  style: "theme/report.css",
  globalStylesheets: [],
  head: (page: Fragment) =>
    pageHead({
      description: pageSource(nameOf(page)).description,
      font: textFont,
      script,
      program: isLive(nameOf(page)) ? program : null
    }),
  header: (page: Fragment) => pageHeader(nameOf(page)),
  footer: (page: Fragment) => pageFooter(nameOf(page)),
  pages: [],
  sidebar: false,
  pager: false,
  toc: false,
  search: false,
  // Addresses that any server and a folder on disk understand.
  preserveIndex: true,
  preserveExtension: true,
  typographer: true,
  interpreters: {".ts": ["node", "--import", "tsx"]},
  dynamicPaths: dataPaths,
  markdownIt: (md: MarkdownIt) => {
    // Straight quotes become curly, but “(c)” is a panel and no copyright.
    md.disable("replacements").use(reportSyntax);
    const report = siteReport(md, facts, SITE_BUILDING ? "./data" : "./_file/data");
    reportMarkup(md, report, (name) => pageSource(name).linesBefore);
    if (SITE_BUILDING) checkPages(md);
    return md;
  }
};
