import {fragment, type Html} from "./fragment.js";
import {functionName} from "./runChip.js";

/** A page of the report. */
export interface SitePage {
  /** the file's name without `.md` */
  name: string;
  /** the section of the paper that it retells; empty if there is none */
  number: string;
  /** what the navigation calls it */
  title: Html;
}

/** Pages that belong together, under the heading that the contents give them. */
export interface SitePart {
  title: string;
  pages: readonly SitePage[];
}

function page(name: string, number: string, title: Html): SitePage {
  return {name, number, title};
}

export const siteTitle = "A basic neural network, to the last bit";

/** The pages in reading order, without the first. */
export const siteParts: readonly SitePart[] = [
  {
    title: "The paper",
    pages: [
      page("introduction", "1", fragment`Introduction`),
      page("network", "2", fragment`Network`),
      page("implementation", "3", fragment`How it works`),
      page("experiments-f1", "4.1", fragment`Learning ${functionName("f1")}`),
      page("experiments-f2", "4.2", fragment`Learning ${functionName("f2")}`),
      page("conclusions", "5", fragment`Conclusions`),
      page("appendix", "A", fragment`Extra figure`)
    ]
  },
  {
    title: "Beyond the paper",
    pages: [
      page("instability", "", fragment`Why unstable`),
      page("rounding", "", fragment`Rounding`),
      page("randomness", "", fragment`Randomness`),
      page("lab", "", fragment`Lab`)
    ]
  },
  {
    title: "The evidence",
    pages: [
      page("claims", "", fragment`Claims`),
      page("runs", "", fragment`All runs`),
      page("reproducibility", "", fragment`Reproducibility`),
      page("speed", "", fragment`Speed`),
      page("about", "", fragment`About`)
    ]
  }
];

/** All pages in reading order. */
export const sitePages: readonly SitePage[] = [
  page("index", "", fragment`Start`),
  ...siteParts.flatMap(({pages}) => pages)
];
