/** Who is at the door, and what is said to them when something cannot go on. */
import type { Verb } from "../../domain/may.ts";
import { translator } from "../../texts/index.ts";
import { type Context, couldEver } from "../context.ts";
import { newId } from "../ids.ts";
import type { Log } from "../log.ts";
import { isStorageBusy } from "../storage/index.ts";
import { line, type View } from "../view.ts";

/** Two languages at once for a person whose own we do not know. */
export function strangerView(): View {
  const sentences = (["en", "zh-Hans"] as const).map((language) => translator(language)("refusal.unknown_person"));
  return { title: sentences[0] ?? "", pieces: sentences.map((sentence) => line(sentence)) };
}

/** The first, coarse question of rights; the use case asks again with its subject. */
export function refusedAtDoor(ctx: Context, verb: Verb): View | undefined {
  if (couldEver(ctx, verb)) {
    return undefined;
  }
  return sentenceView(ctx, ctx.t("refusal.may.role"));
}

export function sentenceView(ctx: Context, sentence: string): View {
  return { title: ctx.t("words.product"), pieces: [line(sentence)] };
}

/** A neutral sentence with a reference; the log has all. Nothing of the failure itself is shown. */
export function failureView(ctx: Context, log: Log, failure: unknown): View {
  if (isStorageBusy(failure)) {
    return sentenceView(ctx, ctx.t("refusal.storage_busy"));
  }
  const reference = newId().slice(-8);
  log.error({ failure, reference }, "a request failed");
  return sentenceView(ctx, ctx.t("refusal.broken", { reference }));
}
