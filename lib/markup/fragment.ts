/** A piece of HTML that is safe to print as it is. */
export interface Html {
  readonly html: string;
}

type Piece = string | number | Html | readonly Html[] | null;

const ENTITIES: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

function print(piece: Piece): string {
  if (piece === null) return "";
  if (typeof piece !== "object") return escape(String(piece));
  return "html" in piece ? piece.html : piece.map(({html}) => html).join("");
}

/** Template tag: text between the braces is escaped, pieces of HTML and lists of them are not, null prints nothing. */
export function fragment(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  return {html: strings.reduce((text, string, i) => text + print(pieces[i - 1] ?? null) + string)};
}

/** Declares a string to be HTML already. */
export function raw(text: string): Html {
  return {html: text};
}
