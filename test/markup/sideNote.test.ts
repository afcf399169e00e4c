import {describe, expect, it} from "vitest";
import {elements, testReport} from "./testReport.js";

const {render} = testReport();

describe(":note", () => {
  const html = elements(render("One. :note[First, with *markup* and $x$.] Two.\n\n- Item:note[Second [link](./x).]"));
  const notes = [...html.querySelectorAll(".note")];

  it("numbers the notes of a page", () => {
    expect(notes.map((note) => note.querySelector(".note-mark")!.textContent)).toEqual(["1", "2"]);
    expect(notes.map((note) => note.querySelector(".note-body")!.id)).toEqual(["note-1", "note-2"]);
  });

  it("opens by its number without a script: a checkbox with a name, tied to label and note", () => {
    for (const note of notes) {
      const box = note.querySelector("input")!;
      expect(box.getAttribute("type")).toBe("checkbox");
      expect(note.querySelector("label")!.getAttribute("for")).toBe(box.id);
      expect(box.getAttribute("aria-controls")).toBe(note.querySelector(".note-body")!.id);
      expect(box.getAttribute("aria-label")).toMatch(/^Note \d$/);
    }
  });

  it("holds markup", () => {
    expect(notes[0]!.querySelector(".note-body em")!.textContent).toBe("markup");
    expect(notes[0]!.querySelector(".note-body .katex")).not.toBeNull();
    expect(notes[1]!.querySelector(".note-body a")!.getAttribute("href")).toBe("./x");
  });

  it("stays in its paragraph, right behind the word or sentence that it belongs to", () => {
    expect(html.querySelectorAll("p .note .note-body")).toHaveLength(1);
    expect(html.querySelector("p")!.firstChild!.textContent).toBe("One.");
  });

  it("starts from one on the next page", () => {
    const report = testReport({a: ":note[x]", b: ":note[y]"});
    for (const page of ["a", "b"]) expect(elements(report.page(page)).querySelector("#note-1")).not.toBeNull();
  });
});
