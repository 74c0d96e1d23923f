/** Facts become observations: append only, each new one, or a correction that names what it corrects. */
import { z } from "zod";
import type { Fact } from "../../domain/facts/fact.ts";
import { bulkIn, type Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { bulkInsert, bulkMatch, momentText } from "../../platform/storage/index.ts";

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
  const before = await standingFacts(ctx, source, rows);
  const planned = rows.map((row) => row.facts.flatMap((fact) => observationOf(row, fact, before)));
  const outcomes = planned.map((told): RowOutcome => {
    if (told.length === 0) return "unchanged";
    return told.some(({ supersedes }) => supersedes !== null) ? "corrected" : "new";
  });
  return { outcomes, observations: planned.flat() };
}

export async function writeFacts(tx: Context, source: string, facts: readonly NewObservation[]): Promise<void> {
  const told = { source, recordedAt: momentText(tx.now.toJSDate()), standing: "confirmed" };
  const rows = facts.map((one) => ({ ...one, ...told }));
  await bulkInsert(bulkIn(tx), "Observation", OBSERVATION, rows);
}

const PLACE = { subjectKind: "text", subjectId: "text", key: "text", asOf: "text" } as const;
const OBSERVATION = {
  ...PLACE,
  id: "text",
  value: "text",
  unit: "text",
  reference: "text",
  supersedes: "text",
  source: "text",
  recordedAt: "moment",
  standing: "text",
} as const;

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

const standing = z.array(
  z.object({
    ...{ id: z.string(), subjectKind: z.string(), subjectId: z.string(), key: z.string(), asOf: z.string() },
    ...{ reference: z.string(), value: z.string(), unit: z.string(), supersedes: z.string().nullable() },
    source: z.string(),
  }),
);
const WANTED = Object.keys(standing.element.shape);

/** As it was corrected last. */
async function standingFacts(ctx: Context, source: string, rows: readonly GoodRow[]) {
  const places = rows.flatMap(({ subjectId, facts }) =>
    facts.map(({ subject, key, asOf }) => ({ subjectKind: subject.kind, subjectId, key, asOf })),
  );
  const each = [...new Map(places.map((one) => [JSON.stringify(one), one])).values()];
  const found = await bulkMatch(bulkIn(ctx), { table: "Observation", wanted: WANTED }, PLACE, each);
  const known = standing.parse(found).filter((one) => one.source === source);
  const corrected = new Set(known.map(({ supersedes }) => supersedes));
  return new Map(known.filter(({ id }) => !corrected.has(id)).map((one) => [placeOf(one), one]));
}
