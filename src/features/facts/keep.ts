/** Facts become observations: append only, each new one, or a correction that names what it corrects. */
import type { Context } from "../../platform/context.ts";
import type { Fact } from "./event.ts";
import { nameOf, type SubjectIds } from "./subjects.ts";

export interface Kept {
  readonly new: number;
  readonly corrected: number;
  readonly unchanged: number;
}

/** The subjects are known to be there, one each. */
export async function keepFacts(
  tx: Context,
  source: string,
  facts: readonly Fact[],
  subjects: SubjectIds,
): Promise<Kept> {
  const told = facts.map((fact) => ({ fact, subjectId: subjects.get(nameOf(fact.subject))?.[0] ?? "" }));
  const standing = await standingFacts(tx, source, told);
  const rows = told.flatMap(({ fact: { subject, ...said }, subjectId }) => {
    const before = standing.get(placeOf({ ...said, subjectKind: subject.kind, subjectId }));
    if (before !== undefined && before.value === said.value && before.unit === said.unit) return [];
    return [{ ...said, subjectKind: subject.kind, subjectId, supersedes: before?.id ?? null }];
  });
  await tx.db.observation.createMany({
    data: rows.map((row) => ({ ...row, source, recordedAt: tx.now.toJSDate(), standing: "confirmed" })),
  });
  const corrected = rows.filter(({ supersedes }) => supersedes !== null).length;
  return { new: rows.length - corrected, corrected, unchanged: facts.length - rows.length };
}

interface Place {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly key: string;
  readonly asOf: string;
  readonly reference: string;
}

const placeOf = ({ subjectKind, subjectId, key, asOf, reference }: Place) =>
  JSON.stringify([subjectKind, subjectId, key, asOf, reference]);

/** What this source told of the same things before, as it was corrected last. */
async function standingFacts(
  tx: Context,
  source: string,
  told: readonly { readonly fact: Fact; readonly subjectId: string }[],
) {
  const known = await tx.db.observation.findMany({
    where: {
      source,
      subjectId: { in: [...new Set(told.map(({ subjectId }) => subjectId))] },
      key: { in: [...new Set(told.map(({ fact }) => fact.key))] },
      asOf: { in: [...new Set(told.map(({ fact }) => fact.asOf))] },
    },
  });
  const corrected = new Set(known.map(({ supersedes }) => supersedes));
  return new Map(known.filter(({ id }) => !corrected.has(id)).map((one) => [placeOf(one), one]));
}
