import {execFile} from "node:child_process";
import {createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync} from "node:fs";
import {rename, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {delimiter, dirname, join, resolve} from "node:path";
import type {Writable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {promisify} from "node:util";
import {createBrotliDecompress} from "node:zlib";
import type {Chromium} from "./chromium.js";

/** The folder of the package that brings a Chromium, its libraries and a font, each compressed. */
const packed = resolve(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../..");

/**
 * Unpacks the Chromium of the devDependency below node_modules, once, and says how to run it: with the libraries (NSS,
 * expat) and the font that come with it, so that a bare Linux needs nothing else.
 *
 * @param folder where to keep it unpacked
 * @throws Error on platforms that it was not built for
 */
export async function bundledChromium(folder = unpackedFolder()): Promise<Chromium> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("No Chromium or Chrome was found: install one, or set CHROME_PATH to its program.");
  if (!existsSync(folder)) await unpack(folder);
  const libraries = [join(folder, "lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(delimiter);
  return {
    executablePath: join(folder, "chromium"),
    env: {LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, "fonts.conf")}
  };
}

function unpackedFolder(): string {
  const {version} = JSON.parse(readFileSync(join(packed, "package.json"), "utf8")) as {version: string};
  return resolve(`node_modules/.cache/chromium-${version}`);
}

/** Unpacks into a folder beside the final one and renames it, so that no other process finds it half done. */
async function unpack(folder: string): Promise<void> {
  mkdirSync(dirname(folder), {recursive: true});
  const started = mkdtempSync(`${folder}-`);
  await decompress("chromium.br", createWriteStream(join(started, "chromium"), {mode: 0o755}));
  await untar("al2023.tar.br", started);
  await untar("fonts.tar.br", started);
  await writeFile(join(started, "fonts.conf"), fontConfiguration(folder));
  await rename(started, folder).catch(async (error: unknown) => {
    await rm(started, {recursive: true});
    if (!existsSync(folder)) throw error;
  });
}

const decompress = (name: string, to: Writable) =>
  pipeline(createReadStream(join(packed, "bin", name)), createBrotliDecompress(), to);

async function untar(name: string, folder: string): Promise<void> {
  const archive = join(folder, name.replace(/\.br$/, ""));
  await decompress(name, createWriteStream(archive));
  await promisify(execFile)("tar", ["-x", "--no-same-owner", "-f", archive, "-C", folder]);
  await rm(archive);
}

const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
