/** A tier that three hands approved is not overruled by a file: what the file says is kept beside it, and everything else is taken. */
import { beforeEach, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { anOfficer, aPerson, aUnit } from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";
import { imported, ownFile, ownRow, shipped } from "./extracts.ts";

const own = shipped("own");
let world: World;

beforeEach(async () => {
  world = await aWorld("2026-03-10T01:00:00Z");
  const unit = await aUnit(world.db, { code: "N1" });
  await anOfficer(world.db, { unitId: unit.id, email: "li.wen@bank.example" });
});

const take = (wishes: Record<string, string>, asOf: string) =>
  imported(world.system(), { file: ownFile(ownRow(wishes)), mapping: own, asOf, takeOnOn: isoDate("2026-03-01") });
const loan = () => world.db.loan.findUniqueOrThrow({ where: { number: "L-1" } });

async function approved(tier: string): Promise<void> {
  const { id, borrowerId } = await loan();
  const { unitId } = await world.db.borrower.findUniqueOrThrow({ where: { id: borrowerId } });
  const hands = [await aPerson(world.db), await aPerson(world.db), await aPerson(world.db)];
  const [proposedById, recognisedById, approvedById] = hands.map((person) => person.id);
  const at = new Date("2026-03-09T02:00:00Z");
  await world.db.tierProposal.create({
    data: {
      ...{ loanId: id, unitId, fromTier: "normal", tier, floor: "normal", because: "[]", state: "approved", hands: 3 },
      ...{ effectiveOn: "2026-03-09", proposedById, recognisedById, approvedById, reason: "r" },
      ...{ proposedAt: at, recognisedAt: at, approvedAt: at, policyVersionId: "p" },
    },
  });
  await world.db.loan.update({ where: { id }, data: { tier } });
}

it("takes the file's tier as long as nobody approved one", async () => {
  await take({}, "2026-03-08");
  await take({ tier: "special_mention" }, "2026-03-09");
  expect((await loan()).tier).toBe("special_mention");
});

it("keeps the approved tier, takes the rest of the row, and says that the tier was not taken", async () => {
  await take({}, "2026-03-08");
  await approved("substandard");
  const report = await take({ tier: "special_mention", drawn: "700000" }, "2026-03-09");
  expect(report.counts).toMatchObject({ updated: 1, refused: 0 });
  expect(report.changedFields.get("loan.tierNotTaken")).toBe(1);
  expect(await loan()).toMatchObject({ tier: "substandard", drawnMinor: 70_000_000n });
  expect(await world.db.factChange.findMany({ where: { field: "tierNotTaken" } })).toMatchObject([
    { before: "substandard", after: "special_mention", asOf: "2026-03-09" },
  ]);
  // The same row the night after says nothing new.
  const again = await take({ tier: "special_mention", drawn: "700000" }, "2026-03-10");
  expect(again.counts).toMatchObject({ unchanged: 1 });
});

it("has nothing to say where the file agrees with what was approved", async () => {
  await take({}, "2026-03-08");
  await approved("substandard");
  await take({ tier: "substandard" }, "2026-03-09");
  expect(await world.db.factChange.count({ where: { field: "tierNotTaken" } })).toBe(0);
});
