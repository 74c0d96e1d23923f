/**
 * Brings some of the demonstration's inspections to where they should stand, each by the hands of its own officer. What is to be
 * played is stored with the book: a desk that died meanwhile goes on with it when it is started again.
 */
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { isoDate } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context, Parts } from "../../platform/context.ts";
import type { Tx } from "../../platform/storage/index.ts";
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

const SETTING = "demonstration_play";
const partSchema = z.object({
  inspectionId: z.string(),
  officerId: z.string(),
  wanted: z.enum(["started", "submitted", "returned"]),
  place: z.int(),
});
const playSchema = z.object({ visitedOn: z.string().transform(isoDate), parts: z.array(partSchema) });
type Part = z.infer<typeof partSchema>;

/** In the transaction that writes the book. */
export async function writePlay(db: Tx, book: readonly OwnedBorrower[], visitedOn: IsoDate): Promise<void> {
  const parts: Part[] = [];
  for (const [place, { facts, ownerId, wanted }] of book.entries()) {
    const played = partSchema.shape.wanted.safeParse(wanted);
    const inspectionId = played.success ? await firstPlanned(db, facts.id) : undefined;
    if (played.success && inspectionId !== undefined) {
      parts.push({ inspectionId, officerId: ownerId, wanted: played.data, place });
    }
  }
  await db.setting.create({ data: { key: SETTING, value: JSON.stringify({ visitedOn, parts }) } });
}

/**
 * Plays what is still to be played: nothing where all of it was, or where there is no demonstration. Who looks at the page
 * meanwhile may act as one of these officers: what they have begun is theirs.
 */
export async function playActs(parts: Parts, acts: DemonstrationActs): Promise<void> {
  const { db } = parts.database;
  const kept = await db.setting.findUnique({ where: { key: SETTING } });
  if (kept === null) {
    return;
  }
  const play = playSchema.parse(JSON.parse(kept.value));
  const stood = await statesOf(parts, play.parts);
  const officers = new Map<string, Context | undefined>();
  for (const part of play.parts) {
    const { officerId } = part;
    const ctx = officers.get(officerId) ?? (await contextOfPerson(parts, officerId));
    officers.set(officerId, ctx);
    if (ctx !== undefined) {
      await playOne({ parts, acts, ctx, visitedOn: play.visitedOn }, part, stood.get(part.inspectionId));
    }
    // SQLite answers at once, so awaiting it lets nobody else in: the newcomer's page would wait for the whole play.
    await setImmediate();
  }
  if (acts.submitReport !== undefined) {
    await db.setting.delete({ where: { key: SETTING } });
  }
}

interface Stage {
  readonly parts: Parts;
  readonly acts: DemonstrationActs;
  readonly ctx: Context;
  readonly visitedOn: IsoDate;
}

/** From wherever the inspection stood when the play began: an earlier process may have got so far. */
async function playOne(
  { parts, acts, ctx, visitedOn }: Stage,
  { inspectionId, wanted, place }: Part,
  stood: string | undefined,
): Promise<void> {
  const { submitReport, returnReport, startCheck: start = startCheck } = acts;
  const state = await stateOf(parts, inspectionId);
  if (wanted === "started") {
    await (state === "planned" ? start(ctx, inspectionId) : undefined);
    return;
  }
  if (state === "planned") {
    await submitReport?.(ctx, inspectionId, visitedOn, place);
  }
  const isOurs = state === "planned" || stood === "submitted";
  if (wanted === "returned" && isOurs && (await stateOf(parts, inspectionId)) === "submitted") {
    await returnReport?.(parts, inspectionId, place);
  }
}

async function statesOf({ database }: Parts, played: readonly Part[]): Promise<ReadonlyMap<string, string>> {
  const id = { in: played.map(({ inspectionId }) => inspectionId) };
  const stand = await database.db.inspection.findMany({ where: { id }, select: { id: true, state: true } });
  return new Map(stand.map((one) => [one.id, one.state]));
}

async function stateOf({ database }: Parts, id: string): Promise<string | undefined> {
  return (await database.db.inspection.findUnique({ where: { id }, select: { state: true } }))?.state;
}

async function firstPlanned(db: Tx, borrowerId: string): Promise<string | undefined> {
  const planned = await db.inspection.findFirst({
    where: { borrowerId, state: "planned" },
    orderBy: { dueOn: "asc" },
    select: { id: true },
  });
  return planned?.id;
}
