import {beforeAll, expect, test, vi} from "vitest";
import {parseRunId} from "../../../lib/experiments/parameters.js";
import {comparison} from "../../../src/components/lab/comparison.js";
import {labRun} from "../../../src/components/lab/labRun.js";
import {document} from "../../figures/syntheticFigure.js";

const short = parseRunId("f1-h3-rate0.1-epochs50");
const other = parseRunId("f1-h4-rate0.1-epochs50");

beforeAll(() => {
  vi.stubGlobal("document", document);
  return () => vi.unstubAllGlobals();
});

/** A comparison with what it says and complains of. */
function compared() {
  const said: string[] = [];
  const failures: string[] = [];
  const listener = {
    changed() {},
    open() {},
    say: (text: string) => void said.push(text),
    failed: (sentence: string) => void failures.push(sentence)
  };
  return {pins: comparison(listener, document.createElement("button")), said, failures};
}

test("a pinned run that fails is told of and dropped, and the others are trained", async () => {
  const {pins, failures} = compared();
  const impossible = {...short, hidden: 1};
  pins.set([impossible, other]);
  await expect.poll(() => failures).toHaveLength(1);
  expect(failures[0]).toMatch(
    /^The pinned run f1-h1-rate0\.1-epochs50 could not be trained: The number of hidden units/
  );
  await expect.poll(() => pins.pins.map(({letter, parameters}) => [letter, parameters])).toEqual([["A", other]]);
  expect(pins.wanted).toEqual([other]);
});

test("nothing is kept of a run that is not pinned any more, trained or not", async () => {
  const {pins, said} = compared();
  pins.set([short]);
  await expect.poll(() => pins.pins).toHaveLength(1);
  pins.set([other]);
  pins.set([short]);
  expect(pins.pins).toEqual([]);
  await expect.poll(() => pins.pins.map(({parameters}) => parameters)).toEqual([short]);
  expect(said.filter((text) => /has been trained/.test(text))).toEqual(
    Array(2).fill("The pinned run A has been trained.")
  );
});

test("a run is pinned once", async () => {
  const {pins, said} = compared();
  const run = labRun(short, {grown() {}, changed() {}, failed() {}, fellBack() {}});
  run.open(short, 50);
  await expect.poll(() => run.rest?.epoch).toBe(50);
  await pins.pin(run);
  await pins.pin(run);
  expect(said).toEqual(["Pinned as run A.", "This run is pinned already."]);
  expect(pins.wanted).toEqual([short]);
});
