/** The terminal's entry: `npm start` and `npm run afterloan -- COMMAND`. The only reader of the real environment. */
import { CannotStart, openParts } from "../src/open-parts.ts";
import { loadConfig, problemsText } from "../src/platform/config.ts";
import { runInTerminal } from "../src/platform/terminal/run.ts";
import { commands } from "./index.ts";

/** EX_CONFIG: something that people set stands in the way. */
const CONFIGURATION = 78;

async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const config = loadConfig(env);
  if (Array.isArray(config)) {
    process.stderr.write(`${problemsText(config)}\n`);
    return CONFIGURATION;
  }
  const typed = args.length === 0 ? ["help"] : args;
  const alone = commands.find(({ name, program }) => name === typed[0] && program !== undefined);
  if (alone?.program !== undefined) {
    // All is closed by then; a timer that Bolt's socket client forgets would keep the process for half a minute more.
    process.exit(await alone.program(config));
  }
  const { parts, close } = await openParts(config);
  try {
    return await runInTerminal(commands, parts, typed);
  } finally {
    await close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2), process.env);
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = failure instanceof CannotStart ? CONFIGURATION : 1;
}
