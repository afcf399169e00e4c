import {expect, test} from "vitest";
import {siteDifference} from "../../lib/evidence/siteDifference.js";
import {textDifference} from "../../lib/evidence/textDifference.js";

test("files are equal, different, missing or extra, each in order", () => {
  const expected = new Map(Object.entries({b: "1", a: "2", "data/c": "3", d: "4", e: "5"}));
  const examined = new Map(Object.entries({z: "1", e: "5", "data/c": "0", a: "2", b: "2", B: "2"}));
  expect(siteDifference(expected, examined)).toEqual({
    equal: ["a", "e"],
    different: ["b", "data/c"],
    missing: ["d"],
    extra: ["B", "z"]
  });
});

test.each([
  ["same", "same", null],
  ["one\ntwo\n", "one\ntoo\n", {line: 2, a: "two", b: "too"}],
  ["one\n", "one\ntwo\n", {line: 2, a: "", b: "two"}],
  ["", "x", {line: 1, a: "", b: "x"}],
  ["a".repeat(40) + "b", "a".repeat(40) + "c", {line: 1, a: "aaaaaaaaaaaab", b: "aaaaaaaaaaaac"}],
  ["x\n1" + "2".repeat(99), "x\n2" + "2".repeat(99), {line: 2, a: "1" + "2".repeat(23), b: "2".repeat(24)}]
])("%j and %j", (a, b, difference) => {
  expect(textDifference(a, b)).toEqual(difference);
});
