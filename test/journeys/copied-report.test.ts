import { afterEach, describe, expect, it } from "vitest";
import { borrowerConfirms } from "../setup/borrower-confirms.ts";
import { fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, TODAY, WANG } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;

afterEach(() => desk.stop());

const CONCLUSION =
  "Two lines of three are running; the third has stood still since the buyer left. Stock counted 1,240 t, book 1,238 t. " +
  "The owner's wife showed the statements of both accounts.";
const LATER = "2026-03-16";

/** A report with these words, submitted by Li. */
async function reports(visitedOn: string): Promise<void> {
  const li = desk.as(LI);
  await li.clicks("Start check");
  const { policy } = desk.parts.policies.inForce();
  await fillToSummary(li, { policy, visitedOn, wishes: { conclusion: CONCLUSION, no_risk_because: CONCLUSION } });
}

describe("an officer who writes the last report again", () => {
  it("is asked what is new, and the reviewer reads the answer beside the repeated sentences", async () => {
    ({ desk, branch } = await startBranch());
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await desk.tick();
    await reports(TODAY);
    expect(li.modal?.text).not.toContain("stands in an earlier report");
    await borrowerConfirms(li, { signedOn: TODAY });
    await li.closes();
    await li.submits();
    await li.closes();
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Approve");
    await wang.closes({ all: true });

    desk.at(`${LATER}T09:05:00+08:00`);
    await desk.db.inspection.updateMany({ where: { plannedById: branch.inspectionId }, data: { dueOn: LATER } });
    await desk.tick();
    // Planned off site, done on site: the first step grows by the questions of a visit.
    await reports(LATER);
    expect(li.modal?.text).toContain("100% of what you wrote stands in an earlier report");
    await li.submits();
    expect(li.modal?.title).toBe("Summary");
    await li.fills("What is new since then, or why is nothing new?", "nothing, as before");
    await li.submits();
    expect(Object.values(li.errors).join()).toContain("says nothing by itself");
    await li.fills(
      "What is new since then, or why is nothing new?",
      "Nothing: the third line waits for a part until May.",
    );
    await li.submits();
    expect(li.modal?.title).toBe("Submitted");
    await desk.tick();

    const [newest] = await desk.db.report.findMany({ orderBy: { submittedAt: "desc" }, include: { findings: true } });
    expect(newest?.findings.filter(({ rule }) => rule === "copied")).toHaveLength(1);
    expect(newest?.content).toContain("the third line waits for a part");
    await wang.clicks("Review");
    expect(wang.modal?.text).toContain("100% of the free text stands in report");
    expect(wang.modal?.text).toContain("“The owner's wife showed the statements of both accounts.”");
    expect(wang.modal?.text).toContain("The officer says: Nothing: the third line waits for a part until May.");
    expect(desk.workspace.refused).toEqual([]);
  });
});

describe("an officer who attaches the photo of the last visit", () => {
  it("is told where it was used, and the report waits for another", async () => {
    ({ desk, branch } = await startBranch());
    const li = desk.as(LI);
    await desk.tick();
    const { policy } = desk.parts.policies.inForce();
    await li.clicks("Start check");
    await fillToSummary(li, { policy, visitedOn: TODAY, wishes: { photos: "yes" } });
    await li.submits();
    await li.closes();
    const first = await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } });

    desk.at(`${LATER}T09:05:00+08:00`);
    await desk.db.inspection.updateMany({ where: { plannedById: branch.inspectionId }, data: { dueOn: LATER } });
    await desk.tick();
    await li.clicks("Start check");
    await fillToSummary(li, { policy, visitedOn: LATER, wishes: { photos: "yes", conclusion: "Sales down 12%." } });
    // A busy machine may still be reading the photo when the summary is drawn: then Submit is there, and says it.
    await desk.tick();
    if (/\nSubmit\n/.test(li.modal?.text ?? "")) await li.submits();

    expect(await desk.db.report.count()).toBe(1);
    expect(li.modal?.text).toContain(
      `“photo.jpg” was used before in report ${first.number}. Attach a file of this visit.`,
    );
    expect(li.modal?.text).not.toMatch(/\nSubmit\n/);
  });
});
