/** Whoever stood in has left: the manager of the person who is away is told once, so that somebody else is named. */
import { isoDate } from "../../domain/dates.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import type { Renderer } from "../../platform/outbox/renderers.ts";
import { bold, line } from "../../platform/view.ts";
import { dayText } from "../../texts/dates.ts";
import { isAtWork, managerOf } from "../people/index.ts";
import { ABSENCE_SUBJECT, ABSENCE_UNCOVERED } from "./ids.ts";
import { findAbsence } from "./store.ts";

interface Uncovered {
  readonly id: string;
  readonly personId: string;
  readonly standIn: { readonly leftOn: string | null; readonly unit: { readonly timeZone: string } };
}

export async function tellUncovered(ctx: Context, absence: Uncovered): Promise<void> {
  if (isAtWork(absence.standIn, ctx.now)) {
    return;
  }
  const { personIds } = await managerOf(ctx.db, absence.personId, ctx.now);
  for (const personId of personIds) {
    const key = `${ABSENCE_UNCOVERED}:${absence.id}:${personId}`;
    const items = [{ kind: ABSENCE_SUBJECT, id: absence.id, stage: "uncovered" }];
    await inTransaction(ctx, (tx) =>
      promise(tx, { key, kind: ABSENCE_UNCOVERED, personId, urgent: true, refs: { absenceId: absence.id }, items }),
    );
  }
}

export const drawUncovered: Renderer = async (ctx, message) => {
  const absence = await findAbsence(ctx, message.refs.absenceId ?? "");
  if (absence === null || (absence.endedAt !== null && !message.editing)) {
    return undefined;
  }
  const name = absence.person.name;
  const to = dayText(ctx.language, isoDate(absence.toOn));
  const title = ctx.t("absence.uncovered", { name, to, standIn: absence.standIn.name });
  return {
    title,
    pieces: [
      line([bold(title)]),
      ...(absence.endedAt === null
        ? [line(ctx.t("absence.uncovered_what", { name, email: absence.person.email }))]
        : []),
    ],
  };
};
