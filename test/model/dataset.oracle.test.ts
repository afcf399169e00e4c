import {expect, it} from "vitest";
import {standardData} from "../../lib/model/dataset.js";
import {digestOf} from "../../lib/numerics/digest.js";
import numpy from "../fixtures/numpy-streams.json" with {type: "json"};

const {trainFirst, trainLast, trainSha256, testFirst, testSha256} = numpy.standardDatasets;
const {train, test} = standardData("f1", {trainSize: 1000, testSize: 100});

it("has the points of the notebook's standard training set", () => {
  expect(Array.from(train.x.subarray(0, 5))).toEqual(trainFirst.map(Number));
  expect(train.x.at(-1)).toBe(Number(trainLast));
  expect(digestOf(train.x)).toBe(trainSha256);
});

it("has the points of the notebook's standard test set", () => {
  expect(Array.from(test.x.subarray(0, 5))).toEqual(testFirst.map(Number));
  expect(digestOf(test.x)).toBe(testSha256);
});
