/** The place under a control where it says what came of it: a live region, there since the page was built. */
export function reportOf(control: HTMLElement): HTMLElement {
  return control.closest(".provenance, .check, .drift")!.querySelector<HTMLElement>("[role=status]")!;
}
