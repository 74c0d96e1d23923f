/** From when a reviewer could decide: waiting for the borrower's confirmation makes nobody late (R21). */
import { inTurns } from "../../platform/in-turns.ts";
import type { Tx } from "../../platform/storage/index.ts";

export interface SubmittedReport {
  readonly id: string;
  readonly submittedAt: Date;
  /** Of the borrower's part; null where no confirmation is due. */
  readonly partHash: string | null;
  readonly inspectionId: string;
}

/** By report: the submission, or the borrower's first answer where that came later; nothing while they are waited for. */
export async function decidableSince(db: Tx, reports: readonly SubmittedReport[]): Promise<ReadonlyMap<string, Date>> {
  const due = reports.filter(({ partHash }) => partHash !== null);
  const sheets = await inTurns(
    due.map(({ inspectionId }) => inspectionId),
    (some) =>
      db.confirmationSheet.findMany({
        where: { inspectionId: { in: [...some] } },
        select: {
          inspectionId: true,
          partHash: true,
          answers: { select: { enteredAt: true }, orderBy: { enteredAt: "asc" }, take: 1 },
        },
      }),
  );
  const answered = new Map(
    sheets.flatMap(({ inspectionId, partHash, answers: [first] }) =>
      first === undefined ? [] : [[`${inspectionId} ${partHash}`, first.enteredAt] as const],
    ),
  );
  return new Map(
    reports.flatMap((report) => {
      if (report.partHash === null) return [[report.id, report.submittedAt] as const];
      const at = answered.get(`${report.inspectionId} ${report.partHash}`);
      const since = Math.max(at?.getTime() ?? 0, report.submittedAt.getTime());
      return at === undefined ? [] : [[report.id, new Date(since)] as const];
    }),
  );
}
