import type MarkdownIt from "markdown-it";
import {asideClosing, asideOpening, derivationClosing, derivationOpening, unknownContainer} from "./block.js";
import {checkClosing, checkOpening} from "./check.js";
import {claimCards} from "./claimRole.js";
import {claimsClosing, claimsOpening} from "./claimsList.js";
import {containerSyntax} from "./containerSyntax.js";
import {driftOpening} from "./driftFigure.js";
import {ensembleOpening} from "./ensembleFigure.js";
import {figureClosing, figureOpening} from "./figure.js";
import {heldTogether} from "./heldTogether.js";
import {heroOpening} from "./hero.js";
import {headingSyntax} from "./headingSyntax.js";
import {labClosing, labOpening, presetsClosing, presetsOpening} from "./lab.js";
import {equation, math} from "./mathematics.js";
import {instabilityOpening} from "./instabilityFigure.js";
import {mathSyntax} from "./mathSyntax.js";
import {pageContents} from "./pageContents.js";
import {figureEnd} from "./provenance.js";
import {randomnessOpening} from "./randomnessFigure.js";
import {precisionOpening} from "./precisionFigure.js";
import {predictionsOpening} from "./predictionFigure.js";
import {recordClosing, recordOpening} from "./record.js";
import type {Report} from "./report.js";
import {resolveMarkup, type Resolver} from "./resolve.js";
import {role} from "./role.js";
import {roleSyntax} from "./roleSyntax.js";
import {runsClosing, runsOpening} from "./runsList.js";
import {noteClosing, noteOpening} from "./sideNote.js";
import {speedOpening} from "./speedFigure.js";
import {tableClosing, tableOpening, tableSyntax} from "./table.js";
import {valleyOpening} from "./valleyFigure.js";

const resolvers: Readonly<Record<string, Resolver>> = {
  role,
  note_open: noteOpening,
  note_close: noteClosing,
  math,
  equation,
  table_open: tableOpening,
  table_close: tableClosing,
  container_figure_open: figureOpening,
  container_figure_close: figureClosing,
  container_runs_open: runsOpening,
  container_runs_close: runsClosing,
  container_derivation_open: derivationOpening,
  container_derivation_close: derivationClosing,
  container_aside_open: asideOpening,
  container_aside_close: asideClosing,
  container_hero_open: heroOpening,
  container_hero_close: figureEnd,
  container_record_open: recordOpening,
  container_record_close: recordClosing,
  container_check_open: checkOpening,
  container_check_close: checkClosing,
  container_drift_open: driftOpening,
  container_drift_close: figureEnd,
  container_lab_open: labOpening,
  container_lab_close: labClosing,
  container_presets_open: presetsOpening,
  container_presets_close: presetsClosing,
  container_speed_open: speedOpening,
  container_speed_close: figureEnd,
  container_ensemble_open: ensembleOpening,
  container_ensemble_close: figureEnd,
  container_randomness_open: randomnessOpening,
  container_randomness_close: figureEnd,
  container_instability_open: instabilityOpening,
  container_instability_close: figureEnd,
  container_predictions_open: predictionsOpening,
  container_predictions_close: figureEnd,
  container_precision_open: precisionOpening,
  container_precision_close: figureEnd,
  container_valley_open: valleyOpening,
  container_valley_close: figureEnd,
  container_claims_open: claimsOpening,
  container_claims_close: claimsClosing,
  container_unknown: unknownContainer
};

/** What the report adds to Markdown: roles, notes, mathematics, labels and containers, still without any facts. */
export function reportSyntax(md: MarkdownIt): void {
  md.use(roleSyntax).use(mathSyntax).use(headingSyntax).use(pageContents).use(containerSyntax).use(tableSyntax);
}

/**
 * Fills the report's markup with its facts.
 * @param linesBefore how many lines of a page's file its front matter takes, for the line numbers of errors
 */
export function reportMarkup(md: MarkdownIt, report: Report, linesBefore: (page: string) => number): void {
  resolveMarkup(md, resolvers, report, linesBefore);
  md.use(heldTogether).use(claimCards);
}
