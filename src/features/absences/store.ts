/** Absences as the record has them, with names. */
import type { SubjectFacts } from "../../domain/may.ts";
import type { Context } from "../../platform/context.ts";
import { notEnded, unitPath } from "../people/index.ts";

const WITH_PEOPLE = {
  person: { select: { name: true, email: true, unitId: true, unit: { select: { timeZone: true, calendarId: true } } } },
  standIn: { select: { name: true, unitId: true } },
} as const;

export function findAbsence(ctx: Context, id: string) {
  return ctx.db.delegation.findUnique({ where: { id }, include: WITH_PEOPLE });
}

export type AbsenceRow = NonNullable<Awaited<ReturnType<typeof findAbsence>>>;

/**
 * Not over and not ended, in which one of these persons, or somebody of these units, is away or stands in; the next ones first, at most so
 * many. `from` is a date in UTC.
 */
export function absencesOf(
  ctx: Context,
  whose: { id: { in: string[] } } | { unitId: { in: string[] } },
  from: string,
  most?: number,
): Promise<AbsenceRow[]> {
  return ctx.db.delegation.findMany({
    where: { AND: [notEnded(ctx.now), { OR: [{ person: whose }, { standIn: whose }] }], toOn: { gte: from } },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
    ...(most === undefined ? {} : { take: most }),
    include: WITH_PEOPLE,
  });
}

/** Either of the two may end it, and whoever leads the absent person's unit. */
export async function subjectOf(ctx: Context, absence: AbsenceRow): Promise<SubjectFacts> {
  return {
    unitPath: await unitPath(ctx.db, absence.person.unitId),
    assigneeId: absence.personId,
    ownerId: absence.standInId,
  };
}
