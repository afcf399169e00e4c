import type {Browser, BrowserContext, BrowserContextOptions, Page, Response} from "playwright-core";

/** A page that has been opened and has come to rest. */
export interface Visit {
  page: Page;
  /** what went wrong so far: console errors, uncaught errors, failed or foreign requests, error responses */
  troubles: string[];
  /** every answer so far, in order */
  responses: Response[];
  close(): Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  /** the status that the page itself should have; 200 unless said otherwise */
  status?: number;
  /** waits half a second longer, in which nothing may be asked for any more */
  quiet?: boolean;
  /** is done to the page before it is opened */
  prepare?: (page: Page) => Promise<void>;
}

/** A phone that is held upright. */
export const phone: BrowserContextOptions = {
  viewport: {width: 360, height: 740},
  isMobile: true,
  hasTouch: true
};

/** Opens a page in a fresh profile and waits until it has loaded and its cells have run. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const {status = 200, quiet = false, prepare, ...profile} = options;
  const scripts = profile.javaScriptEnabled !== false;
  const context = await browser.newContext(profile);
  const page = await context.newPage();
  const troubles: string[] = [];
  const responses: Response[] = [];
  await blockForeignRequests(context, new URL(url).origin, troubles);
  page.on("console", (message) => {
    const expected = status !== 200 && message.location().url === url;
    if (["error", "warning"].includes(message.type()) && !expected) troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // Scripts that are switched off are reported as if a policy had forbidden them.
    if (scripts || reason !== "csp") troubles.push(`failed: ${request.url()} (${reason})`);
  });
  page.on("response", (response) => {
    responses.push(response);
    const wanted = response.url() === url ? status : 200;
    if (response.status() !== wanted) troubles.push(`status ${response.status()}: ${response.url()}`);
  });
  await prepare?.(page);
  await page.goto(url, {waitUntil: quiet ? "networkidle" : "load"});
  if (scripts)
    await page.waitForFunction(`document.fonts.status === "loaded" &&
      document.querySelector("observablehq-loading, .observablehq--running") === null`);
  return {page, troubles, responses, close: () => context.close()};
}

async function blockForeignRequests(context: BrowserContext, origin: string, troubles: string[]): Promise<void> {
  await context.route(
    (url) => url.origin !== origin && !["data:", "blob:"].includes(url.protocol),
    (route) => {
      troubles.push(`foreign: ${route.request().url()}`);
      return route.abort();
    }
  );
}
