import {make} from "./dom.js";

/** Hands the reader a file that was made in the page. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  make("a", {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
