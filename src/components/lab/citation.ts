/** A run of the reader's, in the words of a reference; its digest names it whatever becomes of this site. */
export function citation(id: string, digest: string, address: string): string {
  return `Run ${id}, SHA-256 ${digest}, trained with “A basic neural network, to the last bit”, a reproduction of M. Peeters, “Experiment 1A: a basic neural network” (2025). ${address}`;
}

/** The same for BibTeX. */
export function bibtex(id: string, digest: string, address: string): string {
  return `@misc{run-${digest.slice(0, 12)},
  author       = {{The contributors of basic-neural-network-reproduced}},
  title        = {Run ${escaped(id)}},
  howpublished = {Trained with \`\`A basic neural network, to the last bit'',
                  a reproduction of Experiment 1A (M. Peeters, 2025)},
  note         = {SHA-256 ${digest}},
  url          = {${address}}
}
`;
}

/** What TeX would read as a command is written so that it prints. */
function escaped(text: string): string {
  return text.replace(/[\\{}$&#%_^~]/g, (character) =>
    character === "\\" ? "\\textbackslash{}" : "^~".includes(character) ? `\\${character}{}` : `\\${character}`
  );
}
