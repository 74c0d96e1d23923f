/** Facts become observations: append only, each new one, or a correction that names what it corrects. */
import type { Fact } from "../../domain/facts/fact.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";

export type RowOutcome = "new" | "corrected" | "unchanged";

/** A row whose subject is known to be there. */
export interface GoodRow {
  readonly subjectId: string;
  readonly borrowerId: string;
  readonly facts: readonly Fact[];
}

export interface PlannedFacts {
  /** For each row: new where nothing of it was known, corrected where one of its facts was told otherwise. */
  readonly outcomes: readonly RowOutcome[];
  readonly observations: readonly NewObservation[];
}

/** Against what the same source told before. Writes nothing. */
export async function planFacts(ctx: Context, source: string, rows: readonly GoodRow[]): Promise<PlannedFacts> {
  const standing = await standingFacts(ctx, source, rows);
  const planned = rows.map((row) => row.facts.flatMap((fact) => observationOf(row, fact, standing)));
  const outcomes = planned.map((told): RowOutcome => {
    if (told.length === 0) return "unchanged";
    return told.some(({ supersedes }) => supersedes !== null) ? "corrected" : "new";
  });
  return { outcomes, observations: planned.flat() };
}

export async function writeFacts(tx: Context, source: string, facts: readonly NewObservation[]): Promise<void> {
  await tx.db.observation.createMany({
    data: facts.map((one) => ({ ...one, source, recordedAt: tx.now.toJSDate(), standing: "confirmed" })),
  });
}

type Standing = Awaited<ReturnType<typeof standingFacts>>;
type NewObservation = ReturnType<typeof observationOf>[number];

function observationOf({ subjectId }: GoodRow, fact: Fact, standing: Standing) {
  const { subject, key, value, unit, asOf, reference } = fact;
  const told = { subjectKind: subject.kind, subjectId, key, value, unit, asOf, reference };
  const before = standing.get(placeOf(told));
  if (before !== undefined && before.value === value && before.unit === unit) return [];
  return [{ ...told, id: newId(), supersedes: before?.id ?? null }];
}

interface Place {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly key: string;
  readonly asOf: string;
  readonly reference: string;
}

function placeOf({ subjectKind, subjectId, key, asOf, reference }: Place): string {
  return JSON.stringify([subjectKind, subjectId, key, asOf, reference]);
}

/** As it was corrected last. */
async function standingFacts(ctx: Context, source: string, rows: readonly GoodRow[]) {
  const facts = rows.flatMap((row) => row.facts);
  const known = await ctx.db.observation.findMany({
    where: {
      source,
      subjectKind: { in: once(facts.map(({ subject }) => subject.kind)) },
      subjectId: { in: once(rows.map(({ subjectId }) => subjectId)) },
      key: { in: once(facts.map(({ key }) => key)) },
      asOf: { in: once(facts.map(({ asOf }) => asOf)) },
    },
  });
  const corrected = new Set(known.map(({ supersedes }) => supersedes));
  return new Map(known.filter(({ id }) => !corrected.has(id)).map((one) => [placeOf(one), one]));
}

function once(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
