/** Signals as they come in: from the engine or a person, and put right again. */
import { cure } from "../../../src/features/signals/cure.ts";
import type { Sign } from "../../../src/features/signals/sign.ts";
import { takeIn } from "../../../src/features/signals/take-in.ts";
import { inTransaction, type Parts, systemContext } from "../../../src/platform/context.ts";

export interface Wishes {
  readonly code: string;
  readonly path: Sign["path"];
  readonly level: Sign["level"];
  readonly isRestricted?: boolean;
  readonly named?: readonly string[];
  readonly raisedById?: string | null;
}

/** As the engine, or a person, brings it in. */
export async function comesIn(parts: Parts, borrowerId: string, wishes: Wishes): Promise<string> {
  return inTransaction(systemContext(parts), async (tx) => {
    const borrower = await tx.db.borrower.findUniqueOrThrow({
      where: { id: borrowerId },
      include: { ownerships: { where: { toAt: null } } },
    });
    const { id } = await takeIn(tx, {
      ...{ isVeto: false, isUnsure: false, isRestricted: false, named: [], raisedById: null, words: "", because: null },
      borrower: { id: borrower.id, unitId: borrower.unitId, keeperId: borrower.ownerships[0]?.personId ?? null },
      subject: { kind: "borrower", id: borrower.id },
      ...wishes,
    });
    return id;
  });
}

export async function isPutRight(parts: Parts, id: string): Promise<void> {
  await inTransaction(systemContext(parts), async (tx) => {
    const row = await tx.db.signal.findUniqueOrThrow({ where: { id } });
    if (row.curedAt === null) await cure(tx, { ...row, level: "yellow" }, "light");
  });
}

export const LIGHT: Wishes = { code: "BHV-01", path: "light", level: "yellow" };
export const RESTRICTED: Wishes = { code: "INT-05", path: "full", level: "red", isRestricted: true };
