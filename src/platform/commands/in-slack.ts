/** `/postloan`: finds the command, runs it, shows what it answers. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { refusalSentence } from "../../texts/index.ts";
import type { Config } from "../config/index.ts";
import type { Context } from "../context.ts";
import type { CommandRun } from "../slack/door.ts";
import { line, type View } from "../view.ts";
import type { Command, Outcome, Surface } from "./definition.ts";
import { findCommand } from "./find.ts";
import { readTyped, splitWords } from "./typed-input.ts";

/** `config`: of the desk that runs. */
export function slackCommands(commands: readonly Command[], config?: Config): CommandRun {
  const surface: Surface = {
    where: "slack",
    progress: () => undefined,
    ...(config === undefined ? {} : { config }),
  };
  return async (ctx, text, reply) => {
    const typed = splitWords(unescaped(text));
    const outcome = await runTyped(commands, ctx, typed.length === 0 ? ["help"] : typed, surface);
    if (isRefusal(outcome)) {
      await reply.tell(refusalView(ctx, outcome));
    } else if (outcome.kind === "modal") {
      await reply.openModal(outcome.build);
    } else {
      await reply.tell(outcome.view);
    }
  };
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
