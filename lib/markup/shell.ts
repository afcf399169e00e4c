import {fragment, raw, type Html} from "./fragment.js";
import {siteParts, sitePages, siteTitle, type SitePage} from "./sitePages.js";

export interface HeadOptions {
  /** a sentence for search engines; empty for none */
  description: string;
  /** the file name of the running text's font */
  font: string;
  /** a program that runs before the page is shown */
  script: string;
  /** the address of the program of a page that answers to the reader; one that begins with a dot is bundled already */
  program: string | null;
}

/** What stands in a page's head. */
export function pageHead({description, font, script, program}: HeadOptions): string {
  const summary = description ? fragment`<meta name="description" content="${description}">\n` : null;
  return fragment`${summary}<meta name="color-scheme" content="light dark">
<link rel="icon" href="/theme/favicon.svg" type="image/svg+xml">
<link rel="preload external" href="./_file/fonts/${font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/theme/typefaces.css">
<noscript><style>observablehq-loading{display:none}</style></noscript>
<script>${raw(script.trim())}</script>${program ? programTag(program) : null}`.html;
}

/** Framework resolves the modules of a program itself, unless it is told that they are none of its. */
function programTag(program: string): Html {
  return fragment`\n<script type="module"${program.startsWith(".") ? raw(` rel="external"`) : ""} src="${program}"></script>`;
}

/** The header: a link past it, the site's title, the sections. */
export function pageHeader(current: string): string {
  return fragment`<a class="skip-link" href="#observablehq-main">Skip to the text</a>
<div class="masthead">
<a class="site-title" href="/index">${siteTitle}</a>
<a class="to-contents" href="#site-contents">Contents</a>
<button class="theme-toggle" type="button" hidden>${lamp}</button>
</div>
<nav class="sections" aria-label="Sections">${siteParts.map(({pages}) => pageList(pages, current))}</nav>`.html;
}

/** The footer: the neighbouring pages, all pages, credit and licence. */
export function pageFooter(current: string): string {
  const here = sitePages.findIndex(({name}) => name === current);
  const previous = sitePages[here - 1];
  const next = here < 0 ? undefined : sitePages[here + 1];
  return fragment`<nav class="neighbours" aria-label="Previous and next page">${neighbour("prev", "Previous", previous)}${neighbour("next", "Next", next)}</nav>
<nav class="contents" id="site-contents" aria-label="Contents">${contents(current)}</nav>
<p class="credit">A reproduction of M. Peeters, <a href="https://github.com/mariezz/visualize-nn-learning"><i>Experiment 1A: a basic neural network</i></a> (2025). Text and figures: <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener noreferrer">CC BY 4.0</a>; program: <a href="https://opensource.org/license/mit">MIT licence</a>.</p>`
    .html;
}

/** All pages: the first by itself, the others by the part that they belong to. */
function contents(current: string): Html {
  const parts = siteParts.map(({title, pages}) => fragment`<div><p>${title}</p>${pageList(pages, current)}</div>\n`);
  return fragment`<p>${pageLink(sitePages[0]!, current)}</p>
<div class="parts">${parts}</div>`;
}

function pageList(pages: readonly SitePage[], current: string): Html {
  return fragment`<ol>${pages.map((page) => fragment`<li>${pageLink(page, current)}</li>`)}</ol>`;
}

function pageLink({name, number, title}: SitePage, current: string): Html {
  const mark = name === current ? raw(' aria-current="page"') : null;
  return fragment`<a href="/${name}"${mark}>${number ? fragment`<span class="section-number">${number}</span> ` : null}${title}</a>`;
}

function neighbour(rel: "prev" | "next", word: string, page: SitePage | undefined): Html | null {
  if (!page) return null;
  const number = page.number ? fragment`<span class="section-number">${page.number}</span> ` : null;
  return fragment`<a rel="${rel}" href="/${page.name}"><small>${word}</small> <span>${number}${page.title}</span></a>`;
}

/** A half dark disc. */
const lamp = fragment`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor"/></svg>`;
