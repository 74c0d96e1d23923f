/** Who is told of a late item, and at which rung. A role that nobody holds hands its rung on at once. */
import type { Role } from "../vocabulary.ts";
import type { Lateness, ReminderStage } from "./stage.ts";

export interface Rung {
  /** Working days after the due date. */
  readonly workingDays: number;
  readonly to: Role;
}

export interface Ladder {
  readonly rungs: readonly Rung[];
  /** Whether an item is told again every week after the last rung. */
  readonly weekly: boolean;
}

/** Beyond the policy's last rung, for roles that nobody holds. */
const LAST_RESORT: Role = "head_office_manager";

export function lastRungDays({ rungs }: Ladder): number {
  return Math.max(0, ...rungs.map(({ workingDays }) => workingDays));
}

export interface Told {
  /** By person: the highest stage that is theirs to know. */
  readonly stages: ReadonlyMap<string, ReminderStage>;
  /** Roles whose rung was reached and that nobody holds. */
  readonly vacant: readonly Role[];
}

/**
 * Everybody to whom an item has climbed when it is this late. `holders` answers who holds a role for the item at this
 * moment (the assignee for `account_manager`); each person is told at the highest rung that is theirs, and after the
 * last rung every week.
 */
export function toldAt(ladder: Ladder, late: Lateness, holders: (role: Role) => readonly string[]): Told {
  const days = new Map<string, number>();
  const vacant = new Set<Role>();
  for (const rung of ladder.rungs.filter(({ workingDays }) => workingDays <= late.workingDays)) {
    const persons = holders(rung.to);
    if (persons.length === 0) {
      vacant.add(rung.to);
    }
    for (const person of persons.length > 0 ? persons : climbing(ladder, rung, holders)) {
      days.set(person, Math.max(days.get(person) ?? 0, rung.workingDays));
    }
  }
  const stage = (rungDays: number): ReminderStage =>
    ladder.weekly && late.weeks > 0 ? `weekly_${late.weeks}` : `after_${rungDays}`;
  return { stages: new Map([...days].map(([person, rungDays]) => [person, stage(rungDays)])), vacant: [...vacant] };
}

/** Whoever is next above a rung that nobody holds. */
function climbing(ladder: Ladder, from: Rung, holders: (role: Role) => readonly string[]): readonly string[] {
  const above = ladder.rungs
    .filter(({ workingDays }) => workingDays > from.workingDays)
    .toSorted((a, b) => a.workingDays - b.workingDays);
  for (const role of [...above.map(({ to }) => to), LAST_RESORT]) {
    const persons = holders(role);
    if (persons.length > 0) {
      return persons;
    }
  }
  return [];
}

/** Every role that `toldAt` may ask for. */
export function rolesOf({ rungs }: Ladder): Role[] {
  return [...new Set([...rungs.map(({ to }) => to), LAST_RESORT])];
}
