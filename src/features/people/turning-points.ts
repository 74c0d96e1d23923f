/** Between two turning points everybody is where they were: a replay need not ask every morning. */
import { isoDate } from "../../domain/dates.ts";
import type { Moment } from "../../domain/vocabulary.ts";
import { momentAt } from "../../platform/clock.ts";
import type { Tx } from "../../platform/storage/index.ts";

/** A day that begins somewhere has begun everywhere by then, and the day after it too. */
const AROUND_MS = 2 * 24 * 60 * 60 * 1000;

/** When grants and absences begin and end, and people leave. */
export class TurningPoints {
  private readonly ms: readonly number[];

  private constructor(ms: readonly number[]) {
    this.ms = ms;
  }

  static async load(db: Tx): Promise<TurningPoints> {
    const grants = await db.roleGrant.findMany({ select: { fromAt: true, toAt: true } });
    const absences = await db.delegation.findMany({ select: { fromOn: true, toOn: true, endedAt: true } });
    const leavers = await db.person.findMany({ where: { leftOn: { not: null } }, select: { leftOn: true } });
    const moments = [
      ...grants.flatMap(({ fromAt, toAt }) => [fromAt, toAt]),
      ...absences.map(({ endedAt }) => endedAt),
    ].flatMap((at) => at?.getTime() ?? []);
    const days = [...absences.flatMap(({ fromOn, toOn }) => [fromOn, toOn]), ...leavers.map(({ leftOn }) => leftOn)];
    const begun = days.flatMap((day) => (day === null ? [] : [momentAt(isoDate(day), "12:00", "UTC").toMillis()]));
    return new TurningPoints([...new Set([...moments, ...begun])]);
  }

  /** Whether what was true of people at the one moment is true at the other. */
  none(from: Moment, to: Moment): boolean {
    const [first, last] = [from.toMillis() - AROUND_MS, to.toMillis() + AROUND_MS];
    return !this.ms.some((at) => first <= at && at <= last);
  }
}
