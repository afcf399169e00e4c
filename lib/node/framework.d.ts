declare module "@observablehq/framework/dist/config.js" {
  /** Pretends, for the rest of the process, that every file was changed and the site built at this time. */
  export function setCurrentDate(date: Date): void;
}
