import { describe, expect, it } from "vitest";
import { plan } from "../../commands/plan.ts";
import { planBorrowers } from "../../src/features/planning/index.ts";
import { aBorrower, aLoan, anOfficer } from "../builders/index.ts";
import { aWorld, said, type World } from "../features/morning/desk-world.ts";

async function run(world: World, number: string) {
  const surface = { where: "terminal", progress: () => undefined } as const;
  const outcome = await plan.execute(world.system(), { words: [number], flags: {} }, surface);
  return "kind" in outcome && outcome.kind === "view" ? outcome.view : outcome;
}

describe("plan", () => {
  it("explains the next inspection in a sentence, with the rule's source and who does it", async () => {
    const world = await aWorld();
    const officer = await anOfficer(world.db, { name: "Li Wen" });
    const borrower = await aBorrower(world.db, {
      number: "C7",
      name: "Harvest Foods",
      ownerId: officer.id,
      takeOnOn: "2025-01-01",
      lastInspectedOn: "2026-01-12",
    });
    await aLoan(world.db, {
      number: "L7",
      borrowerId: borrower.id,
      disbursedOn: "2024-06-03",
      drawnMinor: 8_000_000_000n,
    });
    await planBorrowers(world.system(), [borrower.id], "import");

    const view = await run(world, "L7");

    const lines = "pieces" in view ? said(view) : [];
    expect(lines[1]).toContain("Harvest Foods: Routine inspection, on site, due ");
    expect(lines[1]).toContain("The lender's records give the last inspection as 12 Jan 2026.");
    expect(lines[1]).toContain("Policy line: inspections.working_capital.zone_1_large (sources: S37, D).");
    expect(lines[2]).toBe("I-2026-00001 · planned · With Li Wen");
    expect("json" in view ? view.json : undefined).toMatchObject({
      borrower: "C7",
      inspections: [
        { number: "I-2026-00001", kind: "routine", policy_line: "inspections.working_capital.zone_1_large" },
      ],
    });
  });

  it("says so where the policy has no rule for a loan", async () => {
    const world = await aWorld();
    const borrower = await aBorrower(world.db);
    const loan = await aLoan(world.db, { borrowerId: borrower.id, product: "microloan" });

    const view = await run(world, borrower.number);

    expect("pieces" in view ? said(view)[1] : "").toContain(`(loan ${loan.number})`);
  });

  it("an unknown number is refused", async () => {
    expect(await run(await aWorld(), "NONE")).toMatchObject({ refused: "not_found", values: { number: "NONE" } });
  });
});
