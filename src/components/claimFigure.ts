import {make} from "./dom.js";

/** The pages that have been fetched for their figures. */
const pages = new Map<string, Promise<Document>>();

/** Shows copies of the panels that are a claim's evidence, from this page's figures or from another page's. */
export async function showPanels(place: HTMLElement): Promise<void> {
  const panels = place.dataset["panels"]!.split(" ");
  const names = place.dataset["pages"]!.split(" ");
  place.hidden = false;
  const copies = await Promise.all(panels.map((panel, i) => copyOf(panel, names[i]!, place.dataset["claim"]!)));
  place.replaceChildren(...copies.filter((copy) => copy !== null));
}

async function copyOf(panel: string, page: string, claim: string): Promise<HTMLElement | null> {
  const selector = `[data-panel="${panel}"] > svg`;
  const drawing = document.querySelector(selector) ?? (await pageOf(page))?.querySelector(selector);
  if (!drawing) return null;
  const copy = document.importNode(drawing, true);
  rename(copy, `${claim}-`);
  return make("div", {}, copy);
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
  if (!pages.has(name)) {
    const address = new URL(`./${name}.html`, document.baseURI);
    const page = fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(`${address} cannot be fetched.`);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    pages.set(name, page);
  }
  return pages.get(name)!.catch(() => null);
}
