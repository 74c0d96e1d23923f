/** The terminal's entry: `npm start` and `npm run afterloan -- COMMAND`. The only reader of the real environment. */
import { CannotStart, openParts } from "../src/open-parts.ts";
import { loadConfig, problemsText } from "../src/platform/config.ts";
import { runInTerminal } from "../src/platform/terminal/run.ts";
import { languageOfLocale } from "../src/texts/index.ts";
import { commands } from "./index.ts";

/** EX_CONFIG: something that people set stands in the way. */
const CONFIGURATION = 78;

async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const config = loadConfig(env);
  const typed = args.length === 0 ? ["help"] : args;
  const alone = typed.includes("--help")
    ? undefined
    : commands.find(({ name, program }) => program && name.split(" ").every((word, at) => word === typed[at]));
  const asked = {
    words: typed.slice(alone?.name.split(" ").length),
    language: languageOfLocale(env["LC_ALL"] || env["LANG"] || ""),
  };
  if (Array.isArray(config)) {
    if (alone?.withoutSettings !== undefined) {
      return alone.withoutSettings(config, asked);
    }
    process.stderr.write(`${problemsText(config)}\n`);
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

const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/EADDRINUSE/, "PORT: another program listens there. Set PORT to a free one, or stop the other."],
  [
    /DatabaseNotReachable|ECONNREFUSED|ENOTFOUND/,
    "DATABASE_URL: the database does not answer. Start it, or mend host and port.",
  ],
  [
    /AuthenticationFailed|password authentication/,
    "DATABASE_URL: the database refuses the user or the password. Mend them.",
  ],
  [
    /DatabaseDoesNotExist|database "[^"]*" does not exist/,
    "DATABASE_URL: there is no database of that name. Create it first.",
  ],
];

/** What people can mend themselves, with the setting and the remedy; nothing of the failure is repeated. */
function inWords(failure: unknown): string | undefined {
  const text = failure instanceof Error ? `${failure.name} ${failure.message}` : String(failure);
  return REMEDIES.find(([sign]) => sign.test(text))?.[1];
}

try {
  process.exitCode = await main(process.argv.slice(2), process.env);
} catch (failure) {
  const known = inWords(failure);
  process.stderr.write(`${known ?? (failure instanceof Error ? failure.message : String(failure))}\n`);
  process.exitCode = known !== undefined || failure instanceof CannotStart ? CONFIGURATION : 1;
}
