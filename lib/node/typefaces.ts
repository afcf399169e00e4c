import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const packages = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const katex = join(packages, "katex/dist");

interface Face {
  family: string;
  /** the folder of the package below @fontsource-variable, which is also how its files' names begin */
  package: string;
  style: "normal" | "italic";
}

/** The cut for Western European languages of each face, variable in weight. */
const faces: readonly Face[] = [
  {family: "Source Serif 4 Variable", package: "source-serif-4", style: "normal"},
  {family: "Source Serif 4 Variable", package: "source-serif-4", style: "italic"},
  {family: "Source Sans 3 Variable", package: "source-sans-3", style: "normal"},
  {family: "Source Sans 3 Variable", package: "source-sans-3", style: "italic"}
];

function fileName({package: folder, style}: Face): string {
  return `${folder}-latin-wght-${style}.woff2`;
}

/** The site's font files: where each name is found. */
export function fontFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const face of faces)
    files.set(fileName(face), join(packages, "@fontsource-variable", face.package, "files", fileName(face)));
  for (const name of readdirSync(join(katex, "fonts")).sort())
    if (name.endsWith(".woff2")) files.set(name, join(katex, "fonts", name));
  return files;
}

/** The font of the running text: without it the first lines are set twice. */
export const textFont = fileName(faces[0]!);

/**
 * The style sheet of all typefaces, KaTeX's rules included. Its fonts are looked for in `../fonts`, woff2 alone: every
 * browser that runs the site's scripts reads it.
 */
export function typefacesCss(): string {
  const rules = faces.map((face) => {
    const css = readFileSync(
      join(packages, "@fontsource-variable", face.package, `wght${face.style === "italic" ? "-italic" : ""}.css`),
      "utf8"
    );
    const rule = css.match(/@font-face \{[^}]*\}/g)?.find((candidate) => candidate.includes(fileName(face)));
    if (!rule) throw new Error(`The package @fontsource-variable/${face.package} has no rule for ${fileName(face)}.`);
    return rule.replace(/\s+/g, " ").replace(/url\([^)]*\)/, `url(../fonts/${fileName(face)})`);
  });
  const maths = readFileSync(join(katex, "katex.min.css"), "utf8")
    .replace(/url\(fonts\/([\w-]+\.woff2)\)/g, "url(../fonts/$1)")
    .replace(/,url\(fonts\/[\w-]+\.(?:woff|ttf)\) format\("\w+"\)/g, "");
  return [...rules, maths].join("\n");
}
