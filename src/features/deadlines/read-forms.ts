/** What the state of a form of this feature says. Pure. */
import { z } from "zod";
import { isIsoDate } from "../../domain/dates.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { ATTEMPT_REASONS, type IsoDate } from "../../domain/vocabulary.ts";
import type { OpenView, ViewState } from "../../platform/slack/payload.ts";
import type { LaterDate } from "./extend.ts";
import { VALUE } from "./forms.ts";
import type { Attempt } from "./record-attempt.ts";

const metadata = z.object({ inspection: z.string(), form: z.string().optional() }).catch({ inspection: "" });
const element = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  files: z.array(z.looseObject({ id: z.string() })).nullish(),
});

function stateOf(values: ViewState, block: string): z.infer<typeof element> {
  const read = element.safeParse(values[block]?.[VALUE]);
  return read.success ? read.data : {};
}

const textOf = (values: ViewState, block: string): string => stateOf(values, block).value ?? "";

/** A date, or the refusal at its field. */
function dateOf(values: ViewState, block: string): IsoDate | Refusal {
  const date = stateOf(values, block).selected_date ?? "";
  return isIsoDate(date) ? date : refuse("date.needed", {}, block);
}

/** `form`: under which its file waits, where it comes by a page of ours. */
export function formOf(view: OpenView | undefined): { inspection: string; form?: string | undefined } {
  try {
    return metadata.parse(JSON.parse(view?.metadata ?? ""));
  } catch {
    return { inspection: "" };
  }
}

export const inspectionOf = (view: OpenView): string => formOf(view).inspection;

export function readLaterDate(view: OpenView): LaterDate | Refusal {
  const date = dateOf(view.values, "date");
  return typeof date === "string"
    ? { inspectionId: inspectionOf(view), toDueOn: date, reason: textOf(view.values, "reason") }
    : date;
}

export function readAttempt(view: OpenView): Attempt | Refusal {
  const attemptedOn = dateOf(view.values, "attempted_on");
  const nextOn = dateOf(view.values, "next_on");
  if (typeof attemptedOn !== "string") {
    return attemptedOn;
  }
  if (typeof nextOn !== "string") {
    return nextOn;
  }
  const chosen = stateOf(view.values, "reason").selected_option?.value;
  return {
    inspectionId: inspectionOf(view),
    attemptedOn,
    nextOn,
    reason: ATTEMPT_REASONS.find((reason) => reason === chosen),
    note: textOf(view.values, "note"),
    files: {
      slackFileIds: (stateOf(view.values, "file").files ?? []).slice(0, 1).map(({ id }) => id),
      formId: formOf(view).form,
    },
  };
}
