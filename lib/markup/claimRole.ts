import type MarkdownIt from "markdown-it";
import type {Judgement} from "../evidence/claims/ledger.js";
import {claimBody} from "./claimBody.js";
import {fragment, type Html} from "./fragment.js";
import type {Environment, Page} from "./page.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";
import {verdictName, verdictSign} from "./verdictSign.js";

/**
 * `:claim[ID]`: a small mark at the sentence that retells a claim, its form the verdict. It leads to the claim on its page;
 * with scripts it opens the claim's card, which stands at the end of this page.
 */
export const claimRole: Resolver = ({content}, page) => {
  const {id, verdict} = judgementOf(content, page.report);
  page.claims.add(id);
  return fragment`<a class="claim-mark ${verdictName(verdict)}" href="./claims#${id}" data-claim="${id}" aria-label="Claim ${id}: ${verdict}" title="${verdict}">${verdictSign(verdict)}</a>`;
};

/** The judgement of a claim, which has to be in the ledger. */
function judgementOf(id: string, {claims}: Pick<Report, "claims">): Judgement {
  const found = claims.find((claim) => claim.id === id);
  if (!found) throw new Error(`The ledger has no claim “${id}”: see lib/evidence/claims.`);
  return found;
}

/** Puts the cards of all claims that a page has marks of at its end. */
export function claimCards(md: MarkdownIt): void {
  md.core.ruler.push("claim-cards", (state) => {
    const {page, scanning} = state.env as Environment;
    if (scanning || state.inlineMode || !page || page.claims.size === 0) return;
    const cards = [...page.claims].map((id) => card(judgementOf(id, page.report), page));
    const token = new state.Token("claim_cards", "", 0);
    token.content = fragment`${cards}`.html;
    state.tokens.push(token);
  });
  md.renderer.rules["claim_cards"] = (tokens, i) => tokens[i]!.content;
}

function card(judgement: Judgement, page: Page): Html {
  const {id, verdict, statement} = judgement;
  return fragment`<div class="claim-card" id="card-${id}" popover role="dialog" tabindex="-1" aria-labelledby="card-${id}-title">
<p class="claim-head" id="card-${id}-title">${verdictSign(verdict)} <b class="claim-verdict">${verdict}</b> <a href="./claims#${id}">${id}</a></p>
<p class="claim-statement">${page.inline(statement, `the claim ${id}`)}</p>
${claimBody(judgement, page)}
</div>\n`;
}
