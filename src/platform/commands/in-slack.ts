/** `/postloan`: finds the command, runs it, shows what it answers. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { refusalSentence } from "../../texts/index.ts";
import type { Config } from "../config/index.ts";
import type { Context } from "../context.ts";
import type { CommandRun, Reply } from "../slack/door.ts";
import { line, type View } from "../view.ts";
import type { Command, FileWanted, Outcome, Surface } from "./definition.ts";
import { findCommand } from "./find.ts";
import { readTyped, splitWords } from "./typed-input.ts";

/** Gives a file to whoever asked, or a link to it; what is left to tell them. */
export type HandOut = (ctx: Context, file: FileWanted, reply: Reply) => Promise<View | Refusal | undefined>;

/** `config`: of the desk that runs. */
export function slackCommands(commands: readonly Command[], handOut: HandOut, config?: Config): CommandRun {
  const surface: Surface = {
    where: "slack",
    progress: () => undefined,
    ...(config === undefined ? {} : { config }),
  };
  return async (ctx, text, reply) => {
    const typed = splitWords(unescaped(text));
    const outcome = await runTyped(commands, ctx, typed.length === 0 ? ["help"] : typed, surface);
    await answer(ctx, outcome, reply, handOut);
  };
}

async function answer(ctx: Context, outcome: Outcome, reply: Reply, handOut: HandOut): Promise<void> {
  const tell = (said: View | Refusal) => reply.tell(isRefusal(said) ? refusalView(ctx, said) : said);
  if (isRefusal(outcome)) {
    return tell(outcome);
  }
  if (outcome.kind === "modal") {
    return reply.openModal(outcome.build);
  }
  if (outcome.kind === "view") {
    return tell(outcome.view);
  }
  const left = await handOut(ctx, outcome.file, reply);
  return left === undefined ? undefined : tell(left);
}

/** A mention by id, `<@U012|li.wen>`, and addresses that Slack has made links of, `<mailto:li@bank.cn|li@bank.cn>`. */
const MENTION = /<@([A-Z0-9]+)\|[^>]*>/g;
const LINK = /<(?:mailto:|tel:|https?:\/\/)([^>|]*)(?:\|([^>]*))?>/g;

/** Slack escapes three characters of what was typed, and names people and addresses in its own way. */
function unescaped(text: string): string {
  return text
    .replace(MENTION, "<@$1>")
    .replace(LINK, (_, address: string, shown: string | undefined) => shown ?? address)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

async function runTyped(
  commands: readonly Command[],
  ctx: Context,
  typed: readonly string[],
  surface: Surface,
): Promise<Outcome> {
  const found = findCommand(commands, "slack", typed);
  if (isRefusal(found)) {
    return found;
  }
  const input = readTyped(found.command, found.rest);
  return isRefusal(input) ? input : found.command.execute(ctx, input, surface);
}

export function refusalView(ctx: Context, refusal: Refusal): View {
  return { title: ctx.t("words.product"), pieces: [line(refusalSentence(ctx.language, refusal))], json: refusal };
}
