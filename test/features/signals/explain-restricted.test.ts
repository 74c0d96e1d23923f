/** `signal test` of a code that few may know of: explained to those who are named and may know, and to nobody else. */
import { beforeEach, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import { explainSignal } from "../../../src/features/signals/index.ts";
import { aPerson } from "../../builders/index.ts";
import { aSignal } from "../../builders/signals.ts";
import { aFactsDesk, type FactsDesk } from "../facts/facts-desk.ts";

let desk: FactsDesk;
let unitId: string;
beforeEach(async () => {
  desk = await aFactsDesk();
  ({ unitId } = await desk.db.borrower.findUniqueOrThrow({ where: { id: desk.borrowerId } }));
});

async function explains(code: string, readerId?: string): Promise<string> {
  const reader = readerId === undefined ? undefined : await contextOfPerson(desk.parts, readerId);
  const explained = await explainSignal(desk.system(), { code, number: "L-0001", reader });
  return isRefusal(explained) ? explained.refused : "explained";
}

it("says nothing of it to the terminal's operator, to the keeper and to whoever holds another post", async () => {
  expect(await explains("BHV-01")).toBe("explained");
  const manager = await aPerson(desk.db, { unitId, roles: [{ role: "unit_manager" }] });
  for (const code of ["INT-02", "INT-05"]) {
    expect(await explains(code)).toBe("signal.for_few");
    expect(await explains(code, desk.officerId)).toBe("signal.for_few");
    expect(await explains(code, manager.id)).toBe("signal.for_few");
  }
});

it("explains it to compliance, unless one that stands names them or their line", async () => {
  const compliance = await aPerson(desk.db, { unitId, roles: [{ role: "compliance" }] });
  expect(await explains("INT-05", compliance.id)).toBe("explained");
  const signal = await aSignal(desk.db, {
    policyVersionId: desk.parts.policies.inForce().versionId,
    borrowerId: desk.borrowerId,
    code: "INT-05",
    isRestricted: true,
  });
  await desk.db.signalNamed.create({ data: { signalId: signal.id, personId: compliance.id } });
  expect(await explains("INT-05", compliance.id)).toBe("signal.for_few");
});
