/** Who is at the door, and what is said to them when something cannot go on. */
import type { Verb } from "../../domain/rights.ts";
import { type Translate, translator } from "../../texts/index.ts";
import { type Context, couldEver } from "../context.ts";
import { newId } from "../ids.ts";
import type { Log } from "../log.ts";
import { readFailure } from "../outbox/slack-failure.ts";
import { isStorageBusy } from "../storage/index.ts";
import { line, type View } from "../view.ts";

const TOO_LATE = ["expired_trigger_id", "exchanged_trigger_id", "trigger_expired"];

/** Two languages at once for a person whose own we do not know. */
export function strangerView(): View {
  return inTwoLanguages((t) => t("refusal.unknown_person"));
}

/** The first, coarse question of rights; the use case asks again with its subject. */
export function refusedAtDoor(ctx: Context, verb: Verb): View | undefined {
  if (couldEver(ctx, verb)) {
    return undefined;
  }
  return sentenceView(ctx.t, ctx.t("refusal.may.role"));
}

export function sentenceView(t: Translate, sentence: string): View {
  return { title: t("words.product"), pieces: [line(sentence)] };
}

/** A neutral sentence with a reference; the log has all. Nothing of the failure itself is shown. */
export function failureView(t: Translate, log: Log, failure: unknown): View {
  return sentenceView(t, failureSentence(log, failure)(t));
}

export function strangersFailureView(log: Log, failure: unknown): View {
  return inTwoLanguages(failureSentence(log, failure));
}

function failureSentence(log: Log, failure: unknown): (t: Translate) => string {
  if (isStorageBusy(failure)) {
    return (t) => t("refusal.storage_busy");
  }
  if (TOO_LATE.includes(readFailure(failure).platform ?? "")) {
    log.warn({ failure }, "a modal came too late for Slack");
    return (t) => t("refusal.press_again");
  }
  const reference = newId().slice(-8);
  log.error({ failure, reference }, "a request failed");
  return (t) => t("refusal.broken", { reference });
}

function inTwoLanguages(sentence: (t: Translate) => string): View {
  const [english, chinese] = [translator("en"), translator("zh-Hans")];
  return { title: english("words.product"), pieces: [line(sentence(english)), line(sentence(chinese))] };
}
