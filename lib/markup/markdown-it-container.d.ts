declare module "markdown-it-container" {
  import type MarkdownIt from "markdown-it";

  /** Adds `::: name` … `:::` as a block that holds blocks. */
  export default function container(md: MarkdownIt, name: string): void;
}
