import { afterEach, describe, expect, it } from "vitest";
import { planBorrowers } from "../../src/features/planning/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import { fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, TODAY, WANG } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;
afterEach(() => desk.stop());

const notes = async () =>
  (
    await desk.db.inspection.findMany({
      where: { borrowerId: branch.borrowerId, id: { not: branch.inspectionId } },
      orderBy: { dueOn: "asc" },
    })
  ).map(({ kind, state, dueOn }) => [kind, state, dueOn]);

/** The branch's one loan gets the tier, and its note is due today instead of the routine inspection. */
async function aNoteDueToday(product: string, tier: string): Promise<void> {
  ({ desk, branch } = await startBranch());
  const { borrowerId, inspectionId } = branch;
  const closedAt = new Date("2026-03-01T00:00:00Z");
  await desk.db.inspection.update({ where: { id: inspectionId }, data: { state: "cancelled", closedAt } });
  await desk.db.loan.updateMany({ where: { borrowerId }, data: { product, tier } });
  await planBorrowers(systemContext(desk.parts), [borrowerId], "import");
  await desk.db.inspection.updateMany({ where: { borrowerId, state: "planned" }, data: { dueOn: TODAY } });
  await desk.tick();
}

describe.each([
  { what: "weekly track", kind: "weekly_track", product: "working_capital", tier: "doubtful", next: "2026-03-09" },
  {
    what: "contact note",
    kind: "contact_note",
    product: "personal_consumption",
    tier: "substandard",
    next: "2026-04-02",
  },
])("the $what of a $tier $product loan", ({ kind, product, tier, next }) => {
  it("is three answers in one step, and the next one counts from it", async () => {
    await aNoteDueToday(product, tier);
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await li.clicks("Start check");
    expect(li.modal?.blocks.filter(({ type }) => type === "input")).toHaveLength(3);
    const steps = await fillToSummary(li, { policy: desk.parts.policies.inForce().policy, visitedOn: TODAY });
    await li.submits();
    await desk.tick();

    expect(steps).toBe(1);
    expect(li.modal?.title).toBe("Submitted");
    expect(await notes()).toEqual([
      [kind, "submitted", TODAY],
      [kind, "planned", next],
    ]);
    await wang.clicks("Review");
    expect(wang.modal?.text).toContain("Noted on");
    expect(wang.modal?.text).not.toMatch(/Visited on|off site|thresholds/);
    await wang.clicks("Approve");
    expect((await notes())[0]).toEqual([kind, "approved", TODAY]);
    expect(desk.workspace.refused).toEqual([]);
  });

  it("asks for every answer, at its field", async () => {
    await aNoteDueToday(product, tier);
    const li = desk.as(LI);
    await li.clicks("Start check");
    await li.fills("borrower/contact", "Ms Qian by telephone, 2 March");
    await li.submits();

    expect(Object.keys(li.errors)).toHaveLength(2);
    expect(await notes()).toEqual([[kind, "started", TODAY]]);
  });
});
