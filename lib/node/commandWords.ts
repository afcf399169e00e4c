import {parseArgs, type ParseArgsConfig} from "node:util";
import {CommandError} from "./command.js";

/**
 * Reads the words that follow a command, by node:util.
 * @param name of the command, for the message
 * @throws CommandError if there is an option that the config does not know
 */
export function commandWords<Config extends ParseArgsConfig>(
  name: string,
  config: Config
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new CommandError(`${(error as Error).message.split(". ")[0]}; see npm run ${name} -- --help.`);
  }
}

/**
 * For a command that is followed by nothing.
 * @param purpose what the command does, to follow “it”
 * @throws CommandError if a word follows all the same
 */
export function refuseWords(name: string, purpose: string): void {
  if (process.argv.length > 2) throw new CommandError(`npm run ${name} takes no options: it ${purpose}.`);
}
