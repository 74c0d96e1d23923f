/** One open inspection with all that puts it off, as the verbs of this feature read it. */
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { isoDate } from "../../domain/dates.ts";
import type { SubjectFacts } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Verb } from "../../domain/rights.ts";
import type { InspectionState, IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { calendarOf, deskState, heldOn } from "../ladder/index.ts";
import { unitPath } from "../people/index.ts";

const whole = {
  borrower: { include: { unit: true, ownerships: { where: { toAt: null } } } },
  extensions: { orderBy: { askedAt: "desc" } },
  snoozes: { orderBy: { enteredAt: "asc" } },
  attempts: { orderBy: { recordedAt: "desc" } },
} as const;

export type ItemRow = NonNullable<Awaited<ReturnType<typeof findItem>>>;

function findItem(db: Tx, id: string) {
  return db.inspection.findUnique({ where: { id }, include: whole });
}

export interface ItemCase {
  readonly row: ItemRow;
  readonly state: InspectionState;
  /** What its keeper is held to. */
  readonly dueOn: IsoDate;
  readonly subject: SubjectFacts;
  readonly calendar: BusinessCalendar;
  /** The unit's own date. */
  readonly today: IsoDate;
  /** The unit's own zone. */
  readonly timeZone: string;
}

export async function loadItem(ctx: Context, inspectionId: string): Promise<ItemCase | undefined> {
  const row = await findItem(ctx.db, inspectionId);
  if (row === null) {
    return undefined;
  }
  const { unit, ownerships } = row.borrower;
  return {
    row,
    state: deskState(row),
    dueOn: heldOn(row),
    subject: {
      unitPath: await unitPath(ctx.db, row.unitId),
      assigneeId: row.assigneeId,
      ownerId: ownerships[0]?.personId ?? null,
    },
    calendar: calendarOf(ctx, unit.calendarId),
    today: localDate(ctx.now, unit.timeZone),
    timeZone: unit.timeZone,
  };
}

/** The item, where the actor may do the verb to it and it is still to be done. */
export async function openItem(ctx: Context, verb: Verb, inspectionId: string): Promise<ItemCase | Refusal> {
  const item = await loadItem(ctx, inspectionId);
  if (item === undefined) {
    return refuse("not_found", { number: "" });
  }
  return authorize(ctx, verb, item.subject) ?? (isOpen(item) ? item : refuse("item.done", { number: item.row.number }));
}

export const isOpen = ({ state }: Pick<ItemCase, "state">) =>
  state === "planned" || state === "started" || state === "returned";

/** The asked extension that waits for a decision. */
export function askedExtension({ row }: ItemCase) {
  return row.extensions.find(({ state }) => state === "asked");
}

export function timesExtended({ row }: ItemCase): number {
  return row.extensions.filter(({ state }) => state === "approved").length;
}

/** The actor's own quiet time that runs now. */
export function runningSnooze(ctx: Context, { row, today }: ItemCase) {
  return row.snoozes.find(
    ({ personId, endedAt, untilOn }) =>
      personId === ctx.actor.personId && endedAt === null && isoDate(untilOn) >= today,
  );
}
