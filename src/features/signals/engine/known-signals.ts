/** The signals of some borrowers as the engine has to know them: what stands, and what people have judged before. */
import { isNews } from "../../../domain/signals/news.ts";
import { SIGNAL_LEVELS, SIGNAL_PATHS } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { inTurns } from "../../../platform/in-turns.ts";
import { oneOf } from "../../../platform/stored-word.ts";
import type { Finding } from "./findings.ts";

export type SignalKnown = Awaited<ReturnType<typeof signalsOf>>[number];

/** Newest first. */
export async function signalsOf({ db }: Context, borrowerIds: readonly string[]) {
  const rows = await inTurns(borrowerIds, (some) =>
    db.signal.findMany({
      where: { borrowerId: { in: some } },
      orderBy: { id: "desc" },
      select: {
        id: true,
        code: true,
        borrowerId: true,
        subjectKind: true,
        subjectId: true,
        level: true,
        state: true,
        path: true,
        askedFor: true,
        askRound: true,
        ownerId: true,
        isRestricted: true,
        raisedById: true,
        raisedAt: true,
        endedAt: true,
        curedAt: true,
        events: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 1, select: { at: true } },
      },
    }),
  );
  return rows.map((row) => ({
    ...row,
    level: oneOf(SIGNAL_LEVELS, row.level),
    path: oneOf(SIGNAL_PATHS, row.path),
  }));
}

/** The one that stands, of the subject or raised by a person of the whole customer; else the last that ended. */
export function signalFor(known: readonly SignalKnown[], { code, subject }: Finding, borrowerId: string) {
  const ofCode = known.filter((one) => one.code === code);
  const own = ofCode.filter(({ subjectKind, subjectId }) => subjectKind === subject.kind && subjectId === subject.id);
  return (
    own.find(({ endedAt }) => endedAt === null) ??
    ofCode.find(({ endedAt, subjectId }) => endedAt === null && subjectId === borrowerId) ??
    own[0]
  );
}

export function saysMore({ found }: Finding, signal: SignalKnown | undefined): boolean {
  if (signal === undefined) return true;
  const { level, state, endedAt, curedAt, raisedAt, events } = signal;
  const judgedAt = (endedAt ?? events[0]?.at ?? raisedAt).toISOString();
  return isNews({ level, state, isEnded: endedAt !== null, isCured: curedAt !== null, judgedAt }, found);
}
