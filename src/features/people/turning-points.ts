/** Between two turning points everybody is where they were: a replay need not ask every morning, nor a preview at every rung. */
import { isoDate } from "../../domain/dates.ts";
import type { Moment } from "../../domain/vocabulary.ts";
import { momentAt } from "../../platform/clock.ts";
import type { Tx } from "../../platform/storage/index.ts";

/** A day that begins somewhere has begun everywhere by then, and the day after it too. */
const AROUND_MS = 2 * 24 * 60 * 60 * 1000;

type Where<M extends "roleGrant" | "delegation" | "dutyTurn"> = NonNullable<
  NonNullable<Parameters<Tx[M]["findMany"]>[0]>["where"]
>;
interface Wanted {
  readonly grants?: Where<"roleGrant">;
  readonly absences?: Where<"delegation">;
  readonly turns?: Where<"dutyTurn">;
  readonly leavers?: { readonly gte: string; readonly lte: string };
}

/** When grants, absences and turns on duty begin and end, and people leave. */
export class TurningPoints {
  private readonly ms: readonly number[];

  private constructor(ms: readonly number[]) {
    this.ms = ms;
  }

  static async load(db: Tx): Promise<TurningPoints> {
    return TurningPoints.among(db, {});
  }

  /** Those that matter between the two moments. */
  static async between(db: Tx, from: Moment, to: Moment): Promise<TurningPoints> {
    const [first, last] = [from.minus(AROUND_MS), to.plus(AROUND_MS)];
    const at = { gte: first.toJSDate(), lte: last.toJSDate() };
    const on = { gte: first.toISODate(), lte: last.toISODate() };
    const days = { OR: [{ fromOn: on }, { toOn: on }] };
    return TurningPoints.among(db, {
      grants: { OR: [{ fromAt: at }, { toAt: at }] },
      absences: { OR: [{ endedAt: at }, ...days.OR] },
      turns: days,
      leavers: on,
    });
  }

  private static async among(db: Tx, { grants, absences, turns, leavers }: Wanted): Promise<TurningPoints> {
    const held = await db.roleGrant.findMany({ where: grants ?? {}, select: { fromAt: true, toAt: true } });
    const select = { fromOn: true, toOn: true, endedAt: true } as const;
    const away = await db.delegation.findMany({ where: absences ?? {}, select });
    const duty = await db.dutyTurn.findMany({ where: turns ?? {}, select });
    const left = await db.person.findMany({ where: { leftOn: leavers ?? { not: null } }, select: { leftOn: true } });
    const moments = [
      ...held.flatMap(({ fromAt, toAt }) => [fromAt, toAt]),
      ...[...away, ...duty].map(({ endedAt }) => endedAt),
    ].flatMap((at) => at?.getTime() ?? []);
    const days = [
      ...[...away, ...duty].flatMap(({ fromOn, toOn }) => [fromOn, toOn]),
      ...left.map(({ leftOn }) => leftOn),
    ];
    const begun = days.flatMap((day) => (day === null ? [] : [momentAt(isoDate(day), "12:00", "UTC").toMillis()]));
    return new TurningPoints([...new Set([...moments, ...begun])]);
  }

  /** Whether what was true of people at the one moment is true at the other. */
  none(from: Moment, to: Moment): boolean {
    const [first, last] = [from.toMillis() - AROUND_MS, to.toMillis() + AROUND_MS];
    return !this.ms.some((at) => first <= at && at <= last);
  }
}
