import {copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {figure} from "../../lib/figures/catalogue.js";
import {projectCopy, type ProjectCopy} from "./projectCopy.js";
import type {Ended} from "./running.js";
import {smallDisk} from "./smallDisk.js";

/** Three short runs, which this figure's loader asks for. */
const [one, two, three] = [...new Set(figure("5").panels.flatMap(({runs}) => runs))] as [string, string, string];

let project: ProjectCopy;
let store: string;
/** the store's files as they should be */
const right = new Map<string, Buffer>();
const load = (): Promise<Ended> => project.run("src/data/figure-[figure].json.ts", ["--figure=5"]);
const at = (name: string) => join(store, name);
const edit = (name: string, change: (content: Buffer) => string | Uint8Array) =>
  writeFileSync(at(name), change(readFileSync(at(name))));
const present = () => new Map(readdirSync(store).map((name) => [name, readFileSync(at(name))]));

beforeAll(async () => {
  project = await projectCopy();
  expect((await load()).code).toBe(0);
  const snapshots = join(project.root, ".cache/snapshots");
  store = join(snapshots, readdirSync(snapshots)[0]!);
  for (const [name, content] of present()) right.set(name, content);
});
afterAll(() => project.remove());

test("the store holds each run's snapshot, its history and their seal", () => {
  const files = [one, two, three].flatMap((id) => [`${id}.json`, `${id}.parquet`, `${id}.sha256`]);
  expect([...right.keys()].sort()).toEqual(files.sort());
});

const flipped = (bytes: Buffer) => {
  bytes[bytes.length >> 1]! ^= 0x10;
  return bytes;
};
const withOtherWeight = (bytes: Buffer) => {
  const snapshot = JSON.parse(bytes.toString()) as {weights: {last: {V: number[]}}};
  snapshot.weights.last.V[0]! += 1e-12;
  return JSON.stringify(snapshot);
};

type Tampering = [what: string, id: string, found: string, tamper: () => void];

describe.each<[Tampering[]]>([
  [
    [
      ["one flipped bit", one, `${one}.json is not as it was written.`, () => edit(`${one}.json`, flipped)],
      [
        "a cut end",
        two,
        `${two}.parquet is not as it was written.`,
        () => edit(`${two}.parquet`, (all) => all.subarray(0, 999))
      ],
      [
        "the snapshot of another run",
        three,
        `${three}.json is not as it was written.`,
        () => copyFileSync(at(`${one}.json`), at(`${three}.json`))
      ]
    ]
  ],
  [
    [
      ["an edited weight", one, `${one}.json is not as it was written.`, () => edit(`${one}.json`, withOtherWeight)],
      ["a missing history", two, `${two}.parquet is gone.`, () => rmSync(at(`${two}.parquet`))],
      [
        "the seal of another run",
        three,
        `${three}.sha256 is not the seal of this run.`,
        () => copyFileSync(at(`${one}.sha256`), at(`${three}.sha256`))
      ]
    ]
  ]
])("tampered snapshots", (tamperings) => {
  let ended: Ended;
  beforeAll(async () => {
    for (const [, , , tamper] of tamperings) tamper();
    ended = await load();
  });

  test.each(tamperings)("%s is found and named, and the run repeated", (_, id, found) => {
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain(`${store}/${found} The run ${id} is repeated.`);
    expect(readFileSync(at(`${id}.json`)).equals(right.get(`${id}.json`)!)).toBe(true);
    expect(present()).toEqual(right);
  });
});

test("another run under a name and a seal that fit is refused", async () => {
  for (const format of ["json", "parquet"]) copyFileSync(at(`${one}.${format}`), at(`${two}.${format}`));
  writeFileSync(at(`${two}.sha256`), readFileSync(at(`${one}.sha256`), "utf8").replaceAll(one, two));
  const {code, stdout, stderr} = await load();
  expect(code).not.toBe(0);
  expect(stdout).toBe("");
  expect(stderr).toContain(`The snapshot of ${two} is that of ${one}`);
});

test("a run that was interrupted is made anew without a word, and what it left goes", async () => {
  rmSync(at(`${two}.sha256`));
  edit(`${one}.parquet`, (bytes) => bytes.subarray(0, 20));
  rmSync(at(`${one}.sha256`));
  writeFileSync(at(`.${three}.json-99999999-0123456789ab.tmp`), "{");
  const {code, stderr} = await load();
  expect(code).toBe(0);
  expect(stderr).not.toContain("repeated");
  expect(present()).toEqual(right);
});

test("what is whole is taken as it is", async () => {
  expect(await load()).toMatchObject({code: 0, stderr: ""});
});

test("no space left: one sentence, and nothing half-written", async (context) => {
  const disk = smallDisk(64);
  if (typeof disk === "string") return context.skip(disk);
  const crowded = await projectCopy();
  try {
    mkdirSync(join(crowded.root, ".cache"));
    symlinkSync(disk.folder, join(crowded.root, ".cache/snapshots"));
    const {code, stdout, stderr} = await crowded.run("lib/node/commands/manifest.ts");
    expect(code).toBe(1);
    expect(stdout).toBe("");
    const lines = stderr.trim().split("\n");
    const sentences = lines.filter((line) => !line.startsWith("experiments: "));
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(/could not be written: no space is left on the disk; make room and try again\.$/);
    const left = readdirSync(disk.folder, {recursive: true}) as string[];
    expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(readFileSync(join(crowded.root, "data/manifest.json"))).toEqual(readFileSync("data/manifest.json"));
  } finally {
    crowded.remove();
    disk.remove();
  }
});
