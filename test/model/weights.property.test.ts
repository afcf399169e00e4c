import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {namedWeights, standardWeights, type Weights} from "../../lib/model/weights.js";
import {defaultRng, generator, namedBits, type Generator} from "../../lib/random/generator.js";

const names = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const hiddens = fc.integer({min: 2, max: 40});
const scales = fc.double({min: -1e6, max: 1e6, noNaN: true});

const flat = ({U, V}: Weights) => [...U, ...V];

/** Each weight by itself, as the arithmetic defines it. */
const expected = (hidden: number, scale: number, {standardNormal}: Generator) =>
  Array.from({length: 3 * hidden - 2}, () => scale * (0 + 0.01 * standardNormal()));

describe.each(Array.from({length: 39}, (_, i) => i + 2))("h = %d", (hidden) => {
  it("has 2 (h - 1) weights in U and h in V, from the start of the stream", () => {
    const weights = standardWeights(hidden);
    expect(weights.hidden).toBe(hidden);
    expect(weights.U).toHaveLength(2 * (hidden - 1));
    expect(weights.V).toHaveLength(hidden);
    expect(flat(weights)).toEqual(expected(hidden, 1, defaultRng(36255793825986746149655859236796938907n)));
  });
});

it("takes the weights of a name from the start of its stream", () => {
  fc.assert(
    fc.property(hiddens, names, scales, (hidden, name, scale) => {
      const stream = generator(namedBits("weights", name));
      expect(flat(namedWeights(hidden, name, scale))).toEqual(expected(hidden, scale, stream));
    })
  );
});

it("multiplies each finished weight by the scale", () => {
  fc.assert(
    fc.property(hiddens, names, scales, (hidden, name, scale) => {
      const scaled = (weights: Weights) => flat(weights).map((w) => scale * w);
      expect(flat(standardWeights(hidden, scale))).toEqual(scaled(standardWeights(hidden)));
      expect(flat(namedWeights(hidden, name, scale))).toEqual(scaled(namedWeights(hidden, name)));
    })
  );
});

it("leaves every bit alone at scale 1", () => {
  fc.assert(
    fc.property(hiddens, names, (hidden, name) => {
      expect(standardWeights(hidden, 1)).toEqual(standardWeights(hidden));
      expect(namedWeights(hidden, name, 1)).toEqual(namedWeights(hidden, name));
    })
  );
});
