/** A signal whose raiser was not sure gets its code from whoever verifies it; level, path and clock follow. */
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import { takeStep } from "../../../src/features/signals/step.ts";
import type { Parts } from "../../../src/platform/context.ts";
import { aBorrower, aLoan, anOfficer, aUnit } from "../../builders/index.ts";
import { aSignal, type SignalRow } from "../../builders/signals.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

const MONDAY = "2026-03-02T09:30:00+08:00";
let database: TestDatabase;
let parts: Parts;
let signal: SignalRow;
let officerId: string;
let loanId: string;

beforeEach(async () => {
  database = await freshDatabase();
  parts = await openTestParts(database, MONDAY);
  const unit = await aUnit(database.db, {});
  officerId = (await anOfficer(database.db, { unitId: unit.id })).id;
  const { id: borrowerId } = await aBorrower(database.db, { unitId: unit.id, ownerId: officerId });
  loanId = (await aLoan(database.db, { borrowerId, product: "mortgage" })).id;
  signal = await aSignal(database.db, {
    policyVersionId: parts.policies.inForce().versionId,
    borrowerId,
    code: "UNSURE",
    level: "yellow",
    isUnsure: true,
    raisedById: officerId,
    ownerId: officerId,
    raisedAt: new Date("2026-02-27T09:30:00+08:00"),
    state: "acknowledged",
    acknowledgedAt: new Date("2026-02-27T10:30:00+08:00"),
  });
});

async function verifies(code: string): Promise<string> {
  const ctx = await contextOfPerson(parts, officerId);
  if (ctx === undefined) throw new Error("no officer");
  const naming = { code, loanId: "" };
  const taken = await takeStep(ctx, { signalId: signal.id, step: "verify", words: "the notice hangs there", naming });
  return isRefusal(taken) ? `${taken.refused} at ${taken.field}` : "verified";
}
const row = () => database.db.signal.findUniqueOrThrow({ where: { id: signal.id } });

describe("verifying an unsure signal", () => {
  it("says which it is: the level follows, and its clock begins anew", async () => {
    expect(await verifies("OPS-10")).toBe("verified");
    expect(await row()).toMatchObject({ code: "OPS-10", level: "red", state: "verified", isUnsure: true });
    expect((await row()).levelSince).toEqual(new Date(MONDAY));
    const events = await database.db.signalEvent.findMany({ where: { signalId: signal.id }, orderBy: { id: "asc" } });
    expect(events.map(({ act, level, words }) => [act, level, words])).toEqual([
      ["verify", "red", "the notice hangs there"],
      ["coded", "red", "OPS-10"],
    ]);
  });

  it("keeps its clock where the level stays", async () => {
    expect(await verifies("OPS-01")).toBe("verified");
    expect(await row()).toMatchObject({ code: "OPS-01", level: "yellow", levelSince: signal.levelSince });
  });

  it("needs a code, and none of a matter that few may know of", async () => {
    expect(await verifies("")).toBe("signal.code_needed at code");
    expect(await verifies("INT-05")).toBe("signal.code_needed at code");
    expect(await row()).toMatchObject({ code: "UNSURE", state: "acknowledged" });
  });

  it("is refused where one of that kind stands already, which is named", async () => {
    const { policyVersionId, borrowerId } = signal;
    await aSignal(database.db, { policyVersionId, borrowerId, code: "OPS-10", level: "red" });
    expect(await verifies("OPS-10")).toBe("signal.code_stands at code");
  });

  it("of a kind with a short path is acknowledged, and released from there", async () => {
    const contact = Object.entries(parts.policies.inForce().policy.signals.catalogue).find(([, { paths }]) =>
      paths?.some(({ path, products }) => path === "contact_note" && products?.some((one) => one === "mortgage")),
    );
    expect(await verifies(contact?.[0] ?? "")).toBe("verified");
    expect(await row()).toMatchObject({ path: "contact_note", state: "acknowledged", verifiedAt: null });
    expect(loanId).not.toBe("");
  });
});
