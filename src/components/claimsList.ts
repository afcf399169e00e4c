import {showEvidence} from "./claimFigure.js";
import {make} from "./dom.js";

const list = document.querySelector<HTMLElement>(".claims")!;
const status = list.querySelector<HTMLElement>(".claims-shown")!;
const entries = [...list.querySelectorAll<HTMLElement>(".claim-entry")];

/** Says how many claims the choice of verdict and section leaves; the style sheet makes the choice. */
list.querySelector("form")!.addEventListener("change", () => {
  const shown = entries.filter((entry) => getComputedStyle(entry).display !== "none").length;
  status.textContent =
    shown === entries.length ? `All ${shown} claims are shown.` : `${shown} of ${entries.length} claims are shown.`;
});

/** A link to a claim shows it, whatever is chosen. */
addEventListener("hashchange", () => {
  const entry = document.getElementById(location.hash.slice(1))?.closest<HTMLElement>(".claim-entry");
  if (!entry || getComputedStyle(entry).display !== "none") return;
  list.querySelector("form")!.reset();
  list.querySelector("form")!.dispatchEvent(new Event("change"));
  entry.scrollIntoView();
});

for (const place of list.querySelectorAll<HTMLElement>(".claim-figure")) {
  const button = make("button", {type: "button", class: "link"}, "Show it here");
  button.setAttribute("aria-label", `Show it here: the evidence for ${place.dataset["claim"]}`);
  button.addEventListener("click", async () => {
    await showEvidence(place);
    place.focus({preventScroll: true});
    button.remove();
  });
  place.closest(".claim-entry")!.querySelector(".claim-evidence")!.append(button);
}
