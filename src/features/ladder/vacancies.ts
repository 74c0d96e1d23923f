/** Posts of the ladder that nobody holds: late work passes them at once, and somebody has to know it. */
import { compareDates } from "../../domain/dates.ts";
import { lastRungDays, latenessOf, toldAt } from "../../domain/reminders/index.ts";
import type { IsoDate, Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { ladderOf } from "./policy-ladder.ts";
import type { RungHolders } from "./rung-holders.ts";
import type { UnitDays } from "./unit-days.ts";

export interface Vacancy {
  readonly unitId: string;
  readonly role: Role;
}

interface LateUnits {
  /** What was due first, of the late work of each unit. */
  readonly oldest: ReadonlyMap<string, IsoDate>;
  readonly units: readonly UnitDays[];
}

export function findVacancies(ctx: Context, { oldest, units }: LateUnits, holders: RungHolders): Vacancy[] {
  const ladder = ladderOf(ctx);
  return units.flatMap(({ unitId, calendar, today }): Vacancy[] => {
    const dueOn = oldest.get(unitId) ?? today;
    if (compareDates(dueOn, today) >= 0) {
      return [];
    }
    const late = latenessOf(calendar, dueOn, today, lastRungDays(ladder));
    const holding = (role: Role) => (role === "account_manager" ? ["the keeper"] : holders.of(unitId, role, []));
    return toldAt(ladder, late, holding).vacant.map((role) => ({ unitId, role }));
  });
}
