/** Whose survey on site before lending was simplified, and where nobody was in the month either: a share is drawn (handbook 2.2). */
import type { Tx } from "../../platform/storage/index.ts";

interface Checked {
  readonly number: string;
  readonly borrowerId: string;
  readonly loans: readonly { readonly loan: SurveyedLoan }[];
}

interface SurveyedLoan {
  readonly id: string;
  readonly surveySimplified: boolean | null;
}

/**
 * One number for each customer: the last of their inspections that covers such a loan. `inspections` stand by number; `seenOnSite` are
 * borrowers. What a later file says of the survey changes nothing where `knownAt` is named.
 */
export async function unseenAfterSimplifiedSurvey(
  db: Tx,
  inspections: readonly Checked[],
  { seenOnSite, knownAt }: { readonly seenOnSite: ReadonlySet<string>; readonly knownAt: Date | undefined },
): Promise<ReadonlySet<string>> {
  const lastOf = new Map<string, string>();
  for (const { number, borrowerId, loans } of inspections) {
    if (!seenOnSite.has(borrowerId) && (await someSimplified(db, loans, knownAt))) {
      lastOf.set(borrowerId, number);
    }
  }
  return new Set(lastOf.values());
}

async function someSimplified(db: Tx, loans: Checked["loans"], knownAt: Date | undefined): Promise<boolean> {
  for (const { loan } of loans) {
    if (await wasSimplified(db, loan, knownAt)) return true;
  }
  return false;
}

async function wasSimplified(db: Tx, { id, surveySimplified }: SurveyedLoan, knownAt: Date | undefined) {
  const later =
    knownAt === undefined
      ? null
      : await db.factChange.findFirst({
          where: { subjectKind: "loan", subjectId: id, field: "surveySimplified", recordedAt: { gt: knownAt } },
          orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
          select: { before: true },
        });
  return later === null ? surveySimplified === true : later.before === "true";
}
