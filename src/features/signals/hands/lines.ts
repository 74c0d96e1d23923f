/** Who is asked to take a signal, until when its ladder stands still and why, and what was asked about it. */
import type { Context } from "../../../platform/context.ts";
import { bold, line, note, type Piece } from "../../../platform/view.ts";
import { momentText } from "../../../texts/dates.ts";
import { quietOffer } from "../../escalation/index.ts";
import { namesById } from "../../people/index.ts";
import type { SignalCase } from "../signal-case.ts";

/** The newest questions stand in full; older ones are in what happened. */
const QUESTIONS = 5;

export async function handLines(
  ctx: Context,
  found: SignalCase,
  /** Beside what happened an answered question would stand twice. */
  { answered }: { readonly answered: boolean } = { answered: true },
): Promise<Piece[]> {
  const { t, language, actor, db } = ctx;
  const { row } = found;
  if (row.isRestricted) {
    return [];
  }
  const quiet = row.endedAt === null ? (await quietOffer(ctx, row.id))?.running : undefined;
  const questions = await db.signalQuestion.findMany({
    where: { signalId: row.id, ...(answered ? {} : { answeredAt: null }) },
    orderBy: { askedAt: "desc" },
    take: QUESTIONS,
  });
  const asked = questions.toReversed();
  const ids = [row.offeredToId, quiet?.personId, ...asked.flatMap((one) => [one.askedById, one.ofPersonId])];
  const names = await namesById(
    db,
    ids.filter((id) => typeof id === "string"),
  );
  const named = (id: string | null | undefined) => names.get(id ?? "") ?? "";
  return [
    ...(row.offeredToId === null
      ? []
      : [
          note(
            t("signal.offered_to", {
              name: named(row.offeredToId),
              moment: row.offerUntil === null ? "" : momentText(language, row.offerUntil, actor.timeZone),
            }),
          ),
        ]),
    ...(quiet === undefined
      ? []
      : [
          note(
            t("signal.quiet_until", {
              moment: momentText(language, quiet.untilAt, actor.timeZone),
              name: named(quiet.personId),
              reason: quiet.reason,
            }),
          ),
        ]),
    ...asked.map(({ askedById, ofPersonId, question, answer }) => {
      const who = t("signal.asks", { name: named(askedById), of: named(ofPersonId) });
      const said = answer === null ? t("signal.unanswered") : answer;
      return line([bold(`${who} `), question, "\n", bold(t("signal.answers_that")), " ", said]);
    }),
  ];
}
