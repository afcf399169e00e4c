import {readdirSync, readFileSync} from "node:fs";
import {afterEach, expect, test} from "vitest";
import {CommandError} from "../../lib/node/command.js";
import {commandWords, refuseWords} from "../../lib/node/commandWords.js";

const {argv} = process;
afterEach(() => void (process.argv = argv));
const given = (...words: string[]) => void (process.argv = ["node", "command.ts", ...words]);

test("an unknown option is named, with where to read of the known ones", () => {
  const options = {into: {type: "string"}} as const;
  given("--into", "x");
  expect(commandWords("sweep", {options}).values).toEqual({into: "x"});
  given("--out", "x");
  expect(() => commandWords("sweep", {options})).toThrow(CommandError);
  expect(() => commandWords("sweep", {options})).toThrow("Unknown option '--out'; see npm run sweep -- --help.");
});

test("a command that takes no words says what it does", () => {
  given();
  expect(() => refuseWords("build", "builds the site")).not.toThrow();
  given("--help");
  expect(() => refuseWords("build", "builds the site")).toThrow(CommandError);
  expect(() => refuseWords("build", "builds the site")).toThrow("npm run build takes no options: it builds the site.");
});

test.each(readdirSync("lib/node/commands"))("%s looks at the words that follow it", (file) => {
  const name = file.replace(/\.ts$/, "");
  expect(readFileSync(`lib/node/commands/${file}`, "utf8")).toMatch(
    new RegExp(`\\b(commandWords|refuseWords)\\("${name}",`)
  );
});
