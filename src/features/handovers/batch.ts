/** One request with everything it names, as the record has it now. */

import { HANDOVER_STATES, type HandoverState } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { isWithTheOfficer } from "./subjects.ts";

export function loadBatch(ctx: Context, batchId: string) {
  return ctx.db.handover.findMany({
    where: { batchId },
    orderBy: { id: "asc" },
    include: {
      borrower: { select: { number: true, name: true, unitId: true } },
      inspection: {
        select: {
          number: true,
          kind: true,
          mode: true,
          dueOn: true,
          state: true,
          returnedDueOn: true,
          unitId: true,
          assigneeId: true,
        },
      },
    },
  });
}

export type BatchRow = Awaited<ReturnType<typeof loadBatch>>[number];

export const isWaiting = ({ state }: { readonly state: string }): boolean => state === "asked" || state === "escalated";

/** Waits for an answer that no longer matters: the inspection was submitted, closed or given to somebody else meanwhile. */
export function isMoot({ inspection, fromPersonId }: BatchRow): boolean {
  return inspection !== null && (!isWithTheOfficer(inspection) || inspection.assigneeId !== fromPersonId);
}

export const unitOf = ({ inspection, borrower }: BatchRow): string => inspection?.unitId ?? borrower.unitId;

const WAITS_FIRST: readonly HandoverState[] = ["escalated", "asked", "accepted", "declined", "withdrawn"];

/** How the request stands as a whole: what still waits comes first, what was called off last. */
export function stateOfBatch(rows: readonly BatchRow[]): HandoverState {
  const states = rows.map(({ state }) => oneOf(HANDOVER_STATES, state));
  return WAITS_FIRST.find((state) => states.includes(state)) ?? "withdrawn";
}

/** The request that an item of a list belongs to. */
export async function batchOfOne(ctx: Context, handoverId: string): Promise<string> {
  const row = await ctx.db.handover.findUnique({ where: { id: handoverId }, select: { batchId: true } });
  return row?.batchId ?? "";
}
