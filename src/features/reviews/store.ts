/** The queries of this feature. */

import type { Tx } from "../../platform/storage/index.ts";
import { borrowerIdOf } from "../planning/index.ts";

export type PastReport = NonNullable<Awaited<ReturnType<typeof previousReport>>>;

interface ReportKey {
  readonly inspectionId: string;
  readonly revision: number;
  readonly submittedAt: Date;
  readonly batchId: string | null;
}

/** The borrower's last report of another inspection before this one: the same however late it is asked for. */
export async function previousReport(db: Tx, report: ReportKey & { readonly borrowerId: string }) {
  const found = await db.report.findFirst({
    where: {
      state: { in: ["submitted", "in_review", "approved"] },
      // A batch asks too little for a whole check to be compared with.
      ...(report.batchId === null ? { batchId: null } : {}),
      submittedAt: { lt: report.submittedAt },
      inspection: { borrowerId: report.borrowerId, NOT: { id: report.inspectionId } },
    },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    include: { answers: true, inspection: { select: { number: true } } },
  });
  return found ?? undefined;
}

export async function revisionBefore(db: Tx, { inspectionId, revision }: ReportKey) {
  const found = await db.report.findFirst({
    where: { inspectionId, revision: { lt: revision } },
    orderBy: { revision: "desc" },
    include: { answers: true },
  });
  return found ?? undefined;
}

export interface EvidenceFile {
  readonly id: string;
  readonly answerKey: string;
  readonly name: string;
  readonly uploadedAt: Date;
  /** Our own copy is here and can be looked at. */
  readonly stored: boolean;
  readonly sha256: string | null;
}

/** `alsoId`: a file of the check that came beside the report, such as the sheet that the borrower signed. */
export async function evidenceOf(db: Tx, reportId: string, alsoId?: string): Promise<EvidenceFile[]> {
  const which = alsoId === undefined ? { reportId } : { OR: [{ reportId }, { id: alsoId }] };
  const files = await db.evidence.findMany({ where: { ...which, removedAt: null }, orderBy: { id: "asc" } });
  return files.map((file) => ({
    id: file.id,
    answerKey: file.answerKey,
    name: file.name,
    uploadedAt: file.uploadedAt,
    stored: file.state === "stored",
    sha256: file.sha256,
  }));
}

/**
 * By the number of an inspection, or of one revision of its report (`NUMBER/2`), the newest when none is named; by a customer's or
 * a loan's number, the customer's newest that was not withdrawn.
 */
export async function reportIdOf(db: Tx, typed: string): Promise<string | undefined> {
  const { number = "", revision } = /^(?<number>.*?)(?:\/(?<revision>\d{1,4}))?$/u.exec(typed.trim())?.groups ?? {};
  const inspection = await db.inspection.findUnique({ where: { number }, select: { id: true } });
  if (inspection === null) {
    return revision === undefined ? newestOf(db, await borrowerIdOf(db, number)) : undefined;
  }
  const report = await db.report.findFirst({
    where: { inspectionId: inspection.id, ...(revision === undefined ? {} : { revision: Number(revision) }) },
    orderBy: { revision: "desc" },
    select: { id: true },
  });
  return report?.id;
}

async function newestOf(db: Tx, borrowerId: string | undefined): Promise<string | undefined> {
  const report =
    borrowerId === undefined
      ? null
      : await db.report.findFirst({
          where: { inspection: { borrowerId }, state: { not: "withdrawn" } },
          orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
          select: { id: true },
        });
  return report?.id;
}
