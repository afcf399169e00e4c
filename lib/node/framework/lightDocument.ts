import {parseHTML} from "linkedom";

const BEGINNING = /^<!DOCTYPE html><body>/;

/** What Framework asks of jsdom, which it has parse every piece of a page several times, by linkedom, several times as fast. */
export class JSDOM {
  readonly window: {document: Document};

  constructor(html: string) {
    if (!BEGINNING.test(html)) throw new Error("Framework parses something else than pieces of a page.");
    this.window = parseHTML(html.replace(BEGINNING, "<!DOCTYPE html><html><head></head><body>") + "</body></html>");
  }
}

/** Linkedom says nothing, so there is nothing to catch. */
export class VirtualConsole {}
