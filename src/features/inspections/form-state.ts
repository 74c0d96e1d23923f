/** Slack's view state as raw answers, by answer key (each input's block id is one). Pure. */
import { z } from "zod";
import { isAsked } from "../../domain/check/asked.ts";
import type { CheckForm } from "../../domain/check/types.ts";
import { listenerId, type ViewState } from "../../platform/slack/payload.ts";
import { fileNames, type RawAnswer, type RawAnswers, rawOf } from "./fields.ts";
import { ANSWER } from "./ids.ts";

const metadata = z.object({ draft: z.string(), step: z.int().min(0) });

/** Throws where the metadata is not ours. */
export function readMetadata(text: string): { draft: string; step: number } {
  return metadata.parse(JSON.parse(text));
}

const rowOfGroup = z.object({ group: z.string(), row: z.int().min(1) });

/** Which row a button removes. Throws where the value is not ours. */
export function readRow(text: string): { group: string; row: number } {
  return rowOfGroup.parse(JSON.parse(text));
}

export interface FormState {
  readonly answers: RawAnswers;
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Every question that the view holds, whichever step asks it now; what was emptied counts as empty. A question that an answer
 * has brought in since is not there yet, and says nothing. Files are told apart, with their names by Slack's file id: they are
 * kept as evidence.
 */
export function formState(form: CheckForm, state: ViewState): FormState {
  const answers: Record<string, RawAnswer> = {};
  const files: Record<string, string[]> = {};
  const names: Record<string, string> = {};
  const items = form.steps.flatMap((step) => step.items);
  for (const item of items.filter((one) => isAsked(one) && one.answerKey in state)) {
    const said = saidIn(state[item.answerKey]);
    const raw = rawOf(item, said);
    if (item.type === "evidence") {
      files[item.answerKey] = typeof raw === "string" ? [] : [...raw];
      Object.assign(names, fileNames(said));
    } else {
      answers[item.answerKey] = raw;
    }
  }
  return { answers, files, names };
}

/** A field that a choice has filled bears `ANSWER#2`, so that Slack does not show in it what was there before. */
function saidIn(elements: ViewState[string] | undefined): unknown {
  return Object.entries(elements ?? {}).find(([actionId]) => listenerId(actionId) === ANSWER)?.[1];
}

/** While somebody is typing, an input that says nothing may simply not have been told to us yet. */
export function answeredOnly(answers: RawAnswers): RawAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([, raw]) => raw.length > 0));
}
