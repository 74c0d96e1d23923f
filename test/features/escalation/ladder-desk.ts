/** A head office and a branch with a keeper, a unit manager, a risk manager and a president; nobody opens Slack. */
import { repositoryPath } from "../../../prisma/schema.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { type Escalated, foreseen, sweepEscalations } from "../../../src/features/escalation/index.ts";
import { momentFromIso } from "../../../src/platform/clock.ts";
import { type Parts, systemContext } from "../../../src/platform/context.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import {
  aBorrower,
  anOfficer,
  aPerson,
  aUnit,
  aUnitManager,
  type PersonRow,
  type UnitRow,
} from "../../builders/index.ts";
import { freshDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

export interface LadderDesk {
  readonly parts: Parts;
  readonly db: Tx;
  readonly policyVersionId: string;
  readonly head: UnitRow;
  readonly branch: UnitRow;
  readonly keeper: PersonRow;
  readonly manager: PersonRow;
  readonly risk: PersonRow;
  readonly president: PersonRow;
  /** A customer of the branch, with the keeper. */
  readonly borrowerId: string;
  at(iso: string): void;
  /** A desk of many in one test lets its connections go. */
  close(): Promise<void>;
  sweeps(): Promise<Escalated>;
  foresees(signalId: string, days: number): ReturnType<typeof foreseen>;
  /** What was promised: whom, when it is said at the earliest, and about which signals; oldest first. */
  promised(): Promise<{ personId: string; kind: string; notBefore: Date; about: string[] }[]>;
}

export async function aLadderDesk(iso: string): Promise<LadderDesk> {
  const database = await freshDatabase();
  const { db } = database;
  const parts = await openTestParts(database, iso, repositoryPath("policy/cn-bank.yml"));
  const head = await aUnit(db, { name: "Head office", kind: "head_office" });
  const branch = await aUnit(db, { name: "Harbour Branch", parentId: head.id });
  const keeper = await anOfficer(db, { name: "Li Wen", unitId: branch.id });
  const manager = await aUnitManager(db, { name: "Zhao Lei", unitId: branch.id });
  const risk = await aPerson(db, { name: "Qian Bo", unitId: head.id, roles: [{ role: "risk_manager" }] });
  const president = await aPerson(db, { name: "Zhou Ke", unitId: head.id, roles: [{ role: "head_office_manager" }] });
  const { id: borrowerId } = await aBorrower(db, { unitId: branch.id, ownerId: keeper.id });
  return {
    parts,
    db,
    policyVersionId: parts.policies.inForce().versionId,
    head,
    branch,
    keeper,
    manager,
    risk,
    president,
    borrowerId,
    close: () => database.close(),
    at: (moment) => parts.clocks.moveTo(momentFromIso(moment)),
    sweeps: async () => {
      const outcome = await sweepEscalations(systemContext(parts));
      if (isRefusal(outcome)) throw new Error(outcome.refused);
      return outcome;
    },
    foresees: (signalId, days) => foreseen(systemContext(parts), signalId, days),
    promised: async () => {
      const rows = await db.outboxMessage.findMany({
        where: { kind: { startsWith: "signals.rung" } },
        orderBy: [{ notBefore: "asc" }, { personId: "asc" }],
        include: { items: true },
      });
      return rows.map(({ personId, kind, notBefore, items }) => ({
        personId: personId ?? "",
        kind,
        notBefore,
        about: items.map(({ subjectId }) => subjectId),
      }));
    },
  };
}
