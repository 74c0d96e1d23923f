/** Rows of inspections, as planning would have made them. */
import type { Tx } from "../../src/platform/storage/index.ts";
import { aBorrower } from "./book.ts";
import { LONG_AGO, nextNumber } from "./unique.ts";

export type InspectionRow = NonNullable<Awaited<ReturnType<Tx["inspection"]["findFirst"]>>>;

/** A routine inspection on site that nobody has begun; of a borrower of its own when not said. */
export async function anInspection(
  db: Tx,
  wishes: Partial<InspectionRow> & { readonly policyVersionId: string; readonly dueOn: string },
): Promise<InspectionRow> {
  const borrowerId = wishes.borrowerId ?? (await aBorrower(db)).id;
  const borrower = await db.borrower.findUniqueOrThrow({ where: { id: borrowerId } });
  return db.inspection.create({
    data: {
      number: `T${nextNumber()}`,
      kind: "routine",
      occasion: "interval",
      mode: "on_site",
      provisional: false,
      policyLine: "inspections.working_capital",
      because: "[]",
      state: "planned",
      createdAt: LONG_AGO,
      unitId: borrower.unitId,
      ...wishes,
      borrowerId,
    },
  });
}
