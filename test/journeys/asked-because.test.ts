import { afterEach, describe, expect, it } from "vitest";
import { fillStep } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { LI, startBranch, TODAY } from "./branch.ts";

let desk: TestDesk;
afterEach(() => desk.stop());

const CONDITIONS = "Deposit 30% of sales with us\nNo second mortgage on the works";

/** Every question's label, with what stands below it, from the first step to the summary. */
async function everyStep(): Promise<string> {
  const li = desk.as(LI);
  const { policy } = desk.parts.policies.inForce();
  let read = "";
  for (let steps = 0; steps < 60 && li.modal?.title !== "Summary"; steps += 1) {
    read += li.modal?.text ?? "";
    await fillStep(li, { policy, visitedOn: TODAY, wishes: { conditions_kept: "met" } });
    await li.submits();
    expect(li.errors).toEqual({});
  }
  return read;
}

describe("what a check asks because of what is known", () => {
  it("asks for the conditions of the approval, with the approval's own words, in a light check too", async () => {
    ({ desk } = await startBranch());
    await desk.db.loan.updateMany({ data: { approvalConditions: CONDITIONS } });
    await desk.tick();
    await desk.as(LI).clicks("Start check");
    const read = await everyStep();
    expect(read).toContain("Are the conditions of the approval met?");
    expect(read).toContain("Asked because the approval set this: Deposit 30% of sales with us; No second mortgage");
    expect(read).not.toContain("What is behind the open warning");
  });

  it("asks what is behind arrears and an overdue measure, and says so in one line", async () => {
    const { desk: started, branch } = await startBranch();
    desk = started;
    await desk.db.loan.updateMany({ data: { pastDueSince: "2026-02-20" } });
    await desk.db.case.create({
      data: {
        id: "m1",
        kind: "measure",
        borrowerId: branch.borrowerId,
        unitId: (await desk.db.inspection.findFirstOrThrow()).unitId,
        inspectionId: branch.inspectionId,
        reportId: "r",
        place: 1,
        cause: "c",
        goal: "g",
        proof: "p",
        ownerId: branch.zhaoId,
        dueOn: "2026-02-27",
        state: "open",
        openedById: branch.liId,
        openedAt: new Date("2026-02-01T00:00:00Z"),
      },
    });
    await desk.tick();
    await desk.as(LI).clicks("Start check");
    const read = await everyStep();
    expect(read).toContain("What is behind the open warning");
    expect(read).toContain("Asked because of: arrears; a measure that is overdue.");
    expect(read).not.toContain("Are the conditions of the approval met?");
  });
});
