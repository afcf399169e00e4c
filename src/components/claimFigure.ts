import {make} from "./dom.js";
import {fetched} from "./fetched.js";
import {remembered} from "./remembered.js";

/** A drawing that is wider by its nature (px) has a line to itself. */
const WIDE = 400;

/** The pages that have been fetched for their figures. */
const pages = new Map<string, () => Promise<Document>>();

/**
 * Shows what is a claim's evidence: copies of panels, figures and tables, from this page or from others, and the test
 * errors of runs, drawn from their data.
 */
export async function showEvidence(place: HTMLElement): Promise<void> {
  const words = (name: string) => place.dataset[name]!.split(" ").filter((word) => word !== "");
  const [places, errors, claim] = [words("places"), words("errors"), place.dataset["claim"]!];
  place.hidden = false;
  const [copies, drawn] = await Promise.all([
    Promise.all(places.map((address) => copiesOf(address, claim))),
    drawnErrors(errors, claim, place.dataset["folder"]!)
  ]);
  place.replaceChildren(...copies.flat(), ...drawn);
  if (drawn.length > 0) place.parentElement!.querySelector(".claim-courses")?.remove();
}

/** Copies of what stands at an address such as `speed#figure-speed`, or `appendix#9` for a panel of the catalogue. */
async function copiesOf(address: string, claim: string): Promise<HTMLElement[]> {
  const [page, id] = address.split("#") as [string, string];
  // Of a chart that is drawn for two widths of the screen, the one that figures.css would show on this one.
  const other = matchMedia("(min-width: 34rem)").matches ? ".narrow-only" : ".wide-only";
  const found = (within: Document) =>
    [
      ...within.querySelectorAll(
        `[data-panel="${id}"] > svg, [id="${id}"] .panel:not(${other}) > svg, [id="${id}"] > table`
      )
    ] as Element[];
  const here = found(document);
  const originals = here.length > 0 ? here : await pageOf(page).then((other) => (other ? found(other) : []));
  return originals.map((original) => {
    const copy = document.importNode(original, true);
    rename(copy, `${claim}-`);
    const kind = copy instanceof HTMLTableElement ? "table" : Number(copy.getAttribute("width")) > WIDE ? "wide" : "";
    return make("div", {class: kind}, copy);
  });
}

/** None where the data cannot be fetched: then the small courses remain. */
async function drawnErrors(runs: readonly string[], claim: string, folder: string): Promise<HTMLElement[]> {
  if (runs.length === 0) return [];
  try {
    const {errorPanels} = await import("./errorPanels.js");
    return (await errorPanels(runs, `${claim}-`, folder)).map((drawing) => make("div", {}, drawing));
  } catch {
    return [];
  }
}

/** No id may stand twice on a page; what a drawing clips or names by an id follows. */
function rename(drawing: Element, prefix: string): void {
  for (const element of [drawing, ...drawing.querySelectorAll("*")])
    for (const attribute of [...element.attributes]) {
      const {name, value} = attribute;
      if (name === "id") attribute.value = prefix + value;
      else if (name === "aria-labelledby" || name === "aria-describedby")
        attribute.value = value.replace(/\S+/g, (id) => prefix + id);
      else attribute.value = value.replace(/url\(#/g, `url(#${prefix}`).replace(/^#/, `#${prefix}`);
    }
}

/** A page of this site; null where it cannot be fetched, as from a folder on disk: then the link to the figure remains. */
async function pageOf(name: string): Promise<Document | null> {
  const page =
    pages.get(name) ??
    remembered(async () => {
      const answer = await fetched(new URL(`./${name}.html`, document.baseURI), `The page ${name}`);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
  pages.set(name, page);
  return page().catch(() => null);
}
