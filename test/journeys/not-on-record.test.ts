/** Collateral and a guarantor that an officer finds: rows of the form, told to the reviewer, on the card until the record has them. */
import { afterEach, describe, expect, it } from "vitest";
import { foundOnVisits } from "../../src/features/accounts/found-on-visits.ts";
import { fillStep } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { LI, startBranch, TODAY, WANG } from "./branch.ts";

let desk: TestDesk;

afterEach(() => desk.stop());

const STORE = "Cold store, East Quay 4";

const FOUND = {
  found_collateral_name: STORE,
  found_collateral_kind: "property",
  found_collateral_value_cny: "800000",
  found_guarantor_name: "Zhou Min",
};

/** A loan too large for a light check, so that everything is asked. */
async function startsCheck(policyFile: string, product: string): Promise<void> {
  ({ desk } = await startBranch("socket", { policyFile }));
  // Of whom no confirmation is asked, so that the report can be approved at once.
  await desk.db.borrower.updateMany({ data: { customerType: "individual" } });
  await desk.db.loan.updateMany({ data: { product, drawnMinor: 300_000_000n, principalMinor: 300_000_000n } });
  await desk.tick();
  await desk.as(LI).clicks("Start check");
}

async function goesOnTo(words: string): Promise<void> {
  const li = desk.as(LI);
  const { policy } = desk.parts.policies.inForce();
  for (let steps = 0; steps < 60 && !li.sees(words); steps += 1) {
    await fillStep(li, { policy, visitedOn: TODAY, wishes: FOUND });
    await li.submits();
    if (Object.keys(li.errors).length > 0) throw new Error(JSON.stringify(li.errors));
  }
}

describe.each([
  ["policy/cn-bank.yml", "working_capital"],
  ["policy/cn-microloan.yml", "microloan"],
])("under %s, what is found and not on record", (policyFile, product) => {
  it("is added and removed, wanted whole, told to the reviewer, and listed until the record holds it", async () => {
    await startsCheck(policyFile, product);
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await goesOnTo("Piece of collateral: 0");
    await li.clicks("Add: Piece of collateral");
    await li.clicks("Add: Piece of collateral");
    await li.clicks("Remove", { beside: "Piece of collateral 1" });
    expect(li.sees("Piece of collateral: 1")).toBe(true);

    await li.submits();
    expect(Object.keys(li.errors)).toEqual(
      expect.arrayContaining(["What it is and where", "Kind", "Present value (yuan)"]),
    );
    await goesOnTo("Guarantor: 0");
    await li.clicks("Add: Guarantor");
    await goesOnTo("Summary");
    await li.submits();
    await desk.tick();

    const number = (await desk.db.inspection.findFirstOrThrow({ where: { state: "submitted" } })).number;
    await wang.clicks("Review");
    expect(wang.sees("Found on the visit, not on record: 1 piece of collateral and 1 guarantor.")).toBe(true);
    expect(wang.sees("An approval changes no record")).toBe(true);
    await wang.clicks("Approve");
    await wang.closes({ all: true });
    expect(await desk.db.collateral.count()).toBe(0);

    await li.closes({ all: true });
    await li.says("/postloan customer Harbour");
    expect(li.sees("Found on a visit, not on record")).toBe(true);
    expect(li.sees(STORE)).toBe(true);
    expect(li.sees("Property · 800,000.00 yuan")).toBe(true);
    expect(await listed()).toEqual([STORE, "Zhou Min"]);
    expect(li.sees(`From report ${number}`)).toBe(true);

    await theRecordBrings();
    expect(await listed()).toEqual(["Zhou Min"]);
  });
});

async function listed(): Promise<string[]> {
  const { id } = await desk.db.person.findFirstOrThrow({ where: { name: "Li Wen" } });
  const borrower = await desk.db.borrower.findFirstOrThrow({ where: { name: { contains: "Harbour" } } });
  const found = await foundOnVisits(await desk.contextOf(id), borrower.id);
  return (found?.matters ?? []).map(({ name }) => name);
}

async function theRecordBrings(): Promise<void> {
  const loan = await desk.db.loan.findFirstOrThrow();
  const piece = { loanId: loan.id, number: "P-1", kind: "property", description: STORE.toUpperCase(), currency: "CNY" };
  await desk.db.collateral.create({ data: { ...piece, valueMinor: 80_000_000n, asOf: TODAY, recordedAt: new Date() } });
}
