/** One customer with a loan, a piece of collateral and a guarantor, on 10 March 2026, to whom facts are told. */
import type { FactKindName } from "../../../src/domain/facts/kinds.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { answerPush, type FactFileWishes, importFacts } from "../../../src/features/facts/index.ts";
import { aBorrower, aLoan, anOfficer, aUnit } from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";
import { aFile } from "../portfolio/extracts.ts";

export interface FactsDesk extends World {
  readonly officerId: string;
  readonly loanId: string;
  readonly borrowerId: string;
  /** What followed from facts: of which kind, for whom. */
  readonly followed: [FactKindName, readonly string[]][];
  push(event: object | Uint8Array): ReturnType<typeof answerPush>;
  /** A file in our own layout: its text. */
  read(kind: FactKindName, text: string, wishes?: Partial<FactFileWishes>): ReturnType<typeof read>;
  /** Values with whether each is a correction, in the order in which they were told. */
  told(key: string): Promise<(readonly [value: string, isCorrection: boolean])[]>;
}

export async function aFactsDesk(): Promise<FactsDesk> {
  const world = await aWorld("2026-03-10T01:00:00Z");
  const { db } = world;
  const unit = await aUnit(db);
  const officerId = (await anOfficer(db, { unitId: unit.id })).id;
  const borrower = await aBorrower(db, { number: "C-0001", unitId: unit.id, ownerId: officerId });
  const loan = await aLoan(db, { number: "L-0001", borrowerId: borrower.id });
  const at = { asOf: "2026-01-05", recordedAt: new Date("2026-01-05T00:00:00Z"), loanId: loan.id };
  await db.collateral.create({
    data: { ...at, number: "COL-1", kind: "property", description: "d", currency: "CNY", valueMinor: 100_000_000n },
  });
  await db.guarantor.create({ data: { ...at, name: "Harbour Trade" } });
  const followed: FactsDesk["followed"] = [];
  const follow: FactFileWishes["follow"] = async (kind, ids) => followed.push([kind, ids]);
  return {
    ...world,
    ...{ officerId, followed, loanId: loan.id, borrowerId: borrower.id },
    push: (event) =>
      answerPush(world.system(), event instanceof Uint8Array ? event : Buffer.from(JSON.stringify(event)), follow),
    read: (kind, text, wishes = {}) => read(world, { kind, file: aFile(text, "facts.csv"), follow, ...wishes }),
    told: async (key) => {
      const rows = await db.observation.findMany({ where: { key }, orderBy: { id: "asc" } });
      return rows.map(({ value, supersedes }) => [value, supersedes !== null] as const);
    },
  };
}

async function read(world: World, wishes: FactFileWishes) {
  const report = await importFacts(world.system(), wishes);
  if (isRefusal(report)) throw new Error(JSON.stringify(report));
  return report;
}
