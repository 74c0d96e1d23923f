/** Brings some of the demonstration's inspections to where they should stand, each by the hands of its own officer. */
import { setImmediate } from "node:timers/promises";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context, Parts } from "../../platform/context.ts";
import { startCheck } from "../inspections/index.ts";
import { contextOfPerson } from "../people/index.ts";
import type { OwnedBorrower } from "./write-book.ts";

/** The real steps of the product; where one is not given, those borrowers stay due. */
export interface DemonstrationActs {
  /** As the account's officer; the product's own where none is given. */
  readonly startCheck?: (ctx: Context, inspectionId: string) => Promise<unknown>;
  /** As the account's officer: fills the check in plausibly and submits it. `place` counts from 0, for variety. */
  readonly submitReport?: (ctx: Context, inspectionId: string, visitedOn: IsoDate, place: number) => Promise<unknown>;
  /** As whoever may: gives a submitted report back. */
  readonly returnReport?: (parts: Parts, inspectionId: string, place: number) => Promise<unknown>;
}

/** Steps that the demonstration waits for: without them its borrowers are simply due. */
const PLAYED = ["started", "submitted", "returned"];

export async function playActs(
  parts: Parts,
  book: readonly OwnedBorrower[],
  visitedOn: IsoDate,
  acts: DemonstrationActs,
): Promise<void> {
  const officers = new Map<string, Context | undefined>();
  for (const [place, borrower] of book.entries()) {
    if (PLAYED.includes(borrower.wanted)) {
      const { ownerId } = borrower;
      const ctx = officers.get(ownerId) ?? (await contextOfPerson(parts, ownerId));
      officers.set(ownerId, ctx);
      await playOne({ parts, acts, ctx, visitedOn, place }, borrower);
      // SQLite answers at once, so awaiting it lets nobody else in: the newcomer's page would wait for the whole play.
      await setImmediate();
    }
  }
}

interface Stage {
  readonly parts: Parts;
  readonly acts: DemonstrationActs;
  readonly ctx: Context | undefined;
  readonly visitedOn: IsoDate;
  readonly place: number;
}

async function playOne(stage: Stage, { facts, wanted }: OwnedBorrower): Promise<void> {
  const { parts, ctx, place } = stage;
  const { submitReport, returnReport, startCheck: start = startCheck } = stage.acts;
  const inspectionId = await firstPlanned(parts, facts.id);
  if (ctx === undefined || inspectionId === undefined) {
    return;
  }
  if (wanted === "started") {
    await start(ctx, inspectionId);
    return;
  }
  await submitReport?.(ctx, inspectionId, stage.visitedOn, place);
  if (wanted === "returned" && submitReport !== undefined) {
    await returnReport?.(parts, inspectionId, place);
  }
}

async function firstPlanned(parts: Parts, borrowerId: string): Promise<string | undefined> {
  const planned = await parts.database.db.inspection.findFirst({
    where: { borrowerId, state: "planned" },
    orderBy: { dueOn: "asc" },
    select: { id: true },
  });
  return planned?.id;
}
