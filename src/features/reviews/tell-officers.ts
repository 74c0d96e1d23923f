/** Whoever submitted the report, and whoever has to go on with it where that is somebody else. */
import type { Context } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { INSPECTION_SUBJECT, REPORT_SUBJECT } from "../review-queue/index.ts";
import type { ReportCase } from "./case.ts";

export interface Telling {
  readonly kind: string;
  readonly stage: string;
  readonly urgent: boolean;
  readonly refs?: Readonly<Record<string, string>>;
}

export async function tellOfficers(tx: Context, { report, inspection }: ReportCase, telling: Telling): Promise<void> {
  const { kind, stage, urgent, refs = {} } = telling;
  const people = new Set([report.submittedById, inspection.assigneeId ?? report.submittedById]);
  const special = refs.specialId;
  for (const personId of people) {
    await promise(tx, {
      key: `${kind}:${report.id}:${personId}`,
      kind,
      personId,
      urgent,
      refs: { reportId: report.id, ...refs },
      items: [
        { kind: REPORT_SUBJECT, id: report.id, stage },
        { kind: INSPECTION_SUBJECT, id: inspection.id, stage },
        ...(special === undefined ? [] : [{ kind: INSPECTION_SUBJECT, id: special, stage: "opened" }]),
      ],
    });
  }
}
