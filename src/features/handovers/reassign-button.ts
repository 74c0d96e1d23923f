/** The button beside a line, for those who may give the work away. */
import type { SubjectFacts } from "../../domain/may.ts";
import type { Context } from "../../platform/context.ts";
import type { Button } from "../../platform/view.ts";
import { askable } from "./ask.ts";
import { REASSIGN, REASSIGN_ACCOUNT } from "./ids.ts";

/** Whether the reader may be shown it for an inspection (or an account) of this unit, assignee and owner. */
export function mayReassign(ctx: Context, subject: SubjectFacts): boolean {
  return askable(ctx, subject) === undefined;
}

export function reassignButton({ t }: Pick<Context, "t">, inspectionId: string): Button {
  return { text: t("handover.reassign"), action: REASSIGN, value: inspectionId };
}

export function reassignAccountButton({ t }: Pick<Context, "t">, borrowerId: string): Button {
  return { text: t("handover.reassign"), action: REASSIGN_ACCOUNT, value: borrowerId };
}
