declare module "@observablehq/framework/dist/config.js" {
  /** What Framework makes of the project's config, as far as we look at it. */
  export interface Config {
    root: string;
    output: string;
  }

  /** Reads the config in the working directory. */
  export function readConfig(): Promise<Config>;

  /** Pretends, for the rest of the process, that every file was changed and the site built at this time. */
  export function setCurrentDate(date: Date): void;
}

declare module "@observablehq/framework/dist/build.js" {
  import type {Config} from "@observablehq/framework/dist/config.js";

  /** How a build writes its files, and whom it tells. */
  export class FileBuildEffects {
    constructor(
      output: string,
      cache: string,
      reports: {
        logger: Pick<Console, "log" | "warn" | "error">;
        output: {write(text: string): void};
      }
    );
  }

  /** Builds a site. */
  export function build(options: {config: Config}, effects: FileBuildEffects): Promise<void>;
}

declare module "@observablehq/framework/dist/preview.js" {
  /** Serves the pages at port 3000, or at the next that is free, and anew to whoever looks at one that changes. */
  export function preview(options: {hostname: string; open: boolean}): Promise<unknown>;
}

declare module "@observablehq/framework/dist/markdown.js" {
  import type MarkdownIt from "markdown-it";

  /** The parser of Framework's pages. */
  export function createMarkdownIt(config: {markdownIt?: (md: MarkdownIt) => MarkdownIt}): MarkdownIt;
}
