/** The terminal's entry: `npm start` and `npm run afterloan -- COMMAND`. The only reader of the real environment. */

import type { Language } from "../src/domain/vocabulary.ts";
import { CannotStart, openParts } from "../src/open-parts.ts";
import { loadConfig, problemsText } from "../src/platform/config/index.ts";
import { runInTerminal } from "../src/platform/terminal/run.ts";
import { languageOfLocale, type Translate, translator } from "../src/texts/index.ts";
import { commands } from "./index.ts";

/** EX_CONFIG: something that people set stands in the way. */
const CONFIGURATION = 78;

/** The terminal's own. */
const languageOf = (env: NodeJS.ProcessEnv): Language => languageOfLocale(env["LC_ALL"] || env["LANG"] || "");

async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const config = loadConfig(env);
  const typed = args.length === 0 ? ["help"] : args;
  const alone = typed.includes("--help")
    ? undefined
    : commands.find(({ name, program }) => program && name.split(" ").every((word, at) => word === typed[at]));
  const asked = {
    words: typed.slice(alone?.name.split(" ").length),
    language: languageOf(env),
  };
  if (Array.isArray(config)) {
    if (alone?.withoutSettings !== undefined) {
      return alone.withoutSettings(config, asked);
    }
    process.stderr.write(`${problemsText(config, translator(asked.language))}\n`);
    return CONFIGURATION;
  }
  if (alone?.program !== undefined) {
    // All is closed by then; a timer that Bolt's socket client forgets would keep the process for half a minute more.
    process.exit(await alone.program(config, asked));
  }
  const { parts, close } = await openParts(config, undefined, { besideBot: true });
  try {
    return await runInTerminal(commands, parts, typed, asked.language);
  } finally {
    await close();
  }
}

const SIGNS = [
  [/EADDRINUSE/, "port"],
  [/DatabaseNotReachable|ECONNREFUSED|ENOTFOUND/, "database_silent"],
  [/AuthenticationFailed|password authentication/, "database_login"],
  [/DatabaseDoesNotExist|database "[^"]*" does not exist/, "database_name"],
] as const;

/** What people can mend themselves, with the setting and the remedy; nothing of the failure is repeated. */
function inWords(failure: unknown, t: Translate): string | undefined {
  if (failure instanceof CannotStart) {
    return failure.inWords(t);
  }
  const text = failure instanceof Error ? `${failure.name} ${failure.message}` : String(failure);
  const known = SIGNS.find(([sign]) => sign.test(text))?.[1];
  return known === undefined ? undefined : t(`start.cannot.${known}`);
}

try {
  process.exitCode = await main(process.argv.slice(2), process.env);
} catch (failure) {
  const known = inWords(failure, translator(languageOf(process.env)));
  process.stderr.write(`${known ?? (failure instanceof Error ? failure.message : String(failure))}\n`);
  process.exitCode = known === undefined ? 1 : CONFIGURATION;
}
