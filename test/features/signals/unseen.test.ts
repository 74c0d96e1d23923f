/** A restricted signal changes nothing that an outsider could see: no card, desk, digest, warning, list, number or total (design). */
import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Role } from "../../../src/domain/vocabulary.ts";
import { customerModal, findCustomers } from "../../../src/features/accounts/index.ts";
import { digestOf } from "../../../src/features/digests/index.ts";
import { homePieces } from "../../../src/features/home/home.ts";
import { openWarnings } from "../../../src/features/inspections/open-warnings.ts";
import { findInspection } from "../../../src/features/inspections/store.ts";
import { replanAll } from "../../../src/features/planning/index.ts";
import { lookAtBook } from "../../../src/features/signals/index.ts";
import { raiseSignal } from "../../../src/features/signals/raise.ts";
import { waitingReleases } from "../../../src/features/signals/releases.ts";
import { foldTotals } from "../../../src/features/totals/fold.ts";
import { aPerson } from "../../builders/index.ts";
import { anInspection, anOfficerWithSlack, aWorld, type World } from "../morning/desk-world.ts";

let world: World;
let borrowerId: string;
let inspectionId: string;
let loanId: string;
const ids: Record<string, string> = {};
const LINE: readonly [string, Role][] = [
  ["reviewer", "post_loan_officer"],
  ["manager", "unit_manager"],
  ["risk", "risk_manager"],
  ["overseer", "overseer"],
];
const OUTSIDERS = ["officer", ...LINE.map(([name]) => name)];

beforeEach(async () => {
  world = await aWorld();
  const officer = await anOfficerWithSlack(world.db);
  ids.officer = officer.id;
  for (const [name, role] of [...LINE, ["compliance", "compliance"] as const]) {
    ids[name] = (await aPerson(world.db, { unitId: officer.unitId, roles: [{ role }] })).id;
  }
  const inspection = await anInspection(world.db, officer.id);
  [borrowerId, inspectionId] = [inspection.borrowerId, inspection.id];
  loanId = (await world.db.loan.findFirstOrThrow({ where: { borrowerId } })).id;
  await world.db.borrower.update({ where: { id: borrowerId }, data: { takeOnOn: "2026-03-01" } });
});

const observe = (key: string, value: string, unit: string) =>
  world.db.observation.create({
    data: {
      ...{ subjectKind: "borrower", subjectId: borrowerId, key, value, unit, asOf: "2026-03-09", source: "feed" },
      ...{ reference: "police bulletin", recordedAt: new Date("2026-03-09T00:00:00Z"), standing: "told" },
    },
  });

/** Everything that an outsider can open, as text. */
async function seenBy(name: string): Promise<string> {
  const ctx = await world.as(ids[name] ?? "");
  await foldTotals(world.system());
  const { number } = await world.db.borrower.findUniqueOrThrow({ where: { id: borrowerId } });
  const inspection = await findInspection(world.db, inspectionId);
  const parts = [
    await findCustomers(ctx, number),
    await customerModal(ctx, { id: number, part: "card", page: 0 }),
    await homePieces(ctx),
    await digestOf(ctx, []),
    inspection === null ? "" : await openWarnings(ctx, inspection, isoDate("2026-03-10")),
    await waitingReleases(ctx),
    await world.db.inspection.findMany({ orderBy: { id: "asc" } }),
    await world.db.outboxMessage.findMany({ where: { personId: ids[name] ?? "" }, orderBy: { id: "asc" } }),
    await world.db.total.findMany(),
  ];
  return JSON.stringify(parts, (_key, value) => (typeof value === "bigint" ? String(value) : value));
}

async function lookAround(): Promise<string[]> {
  const seen: string[] = [];
  for (const name of OUTSIDERS) seen.push(await seenBy(name));
  return seen;
}

async function look(): Promise<void> {
  const looked = await lookAtBook(world.system());
  if (isRefusal(looked)) throw new Error(looked.refused);
  await replanAll(world.system(), "nightly");
}

describe("a matter that is restricted", () => {
  it("changes nothing that an outsider sees when facts raise it, and is compliance's at once", async () => {
    await look();
    const before = await lookAround();
    await observe("illegal_fund_raising", "true", "flag");
    await look();
    expect(await world.db.signal.findMany({ select: { code: true, isRestricted: true } })).toEqual([
      { code: "INT-05", isRestricted: true },
    ]);
    expect(await lookAround()).toEqual(before);
    const told = await world.db.outboxMessage.findMany({ where: { kind: { startsWith: "signal" } } });
    expect(told.map(({ personId }) => personId)).toEqual([ids.compliance]);
    const said = { loanId, code: "OPS-08", words: "weeds in the yard", colleague: "" };
    expect(await raiseSignal(await world.as(ids.reviewer ?? ""), said)).toMatchObject({ number: "S-2026-00001" });
  });

  it("would be seen if it were not: the same look around notices an ordinary one", async () => {
    await look();
    const before = await lookAround();
    await observe("account_frozen", "true", "flag");
    await look();
    const after = await lookAround();
    expect(after.map((seen, at) => seen === before[at])).toEqual(OUTSIDERS.map(() => false));
  });
});
