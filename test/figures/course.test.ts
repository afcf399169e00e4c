import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {snapshot} from "../../lib/experiments/snapshot.js";
import {drawCourse, shade} from "../../lib/figures/course.js";

const {document} = parseHTML("<html></html>");
const short = snapshot(await run({...standard("f2", 4, 0.1, 60), trainSize: 200}));

test("a course shows the target and what was learned at each milestone, the later the stronger", () => {
  const drawing = drawCourse(short, [0, 10, 50], document);
  expect(drawing.querySelectorAll("[data-series=target]")).toHaveLength(1);
  const learned = [...drawing.querySelectorAll("[data-series=learned]")];
  expect(learned.map((path) => path.getAttribute("data-epoch"))).toEqual(["0", "10", "50"]);
  expect(learned.map((path) => Number(path.getAttribute("stroke-opacity")))).toEqual([0.18, 0.59, 1]);
  expect(new Set(learned.map((path) => path.getAttribute("d"))).size).toBe(3);
  expect(shade(0, 1)).toBe(0.18);
});

test("an epoch of which the snapshot keeps no weights is refused", () => {
  expect(() => drawCourse(short, [0, 30], document)).toThrow(/keeps no weights of epoch 30/);
});
