/** A reviewer's mixed queue (R70): clean routine reports are approved together from Home, what stands out is singled out with why. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { approveRoutine } from "../../../src/features/reviews/routine/approve-routine.ts";
import { routineQueue } from "../../../src/features/reviews/routine/routine-queue.ts";
import { aSignal } from "../../builders/signals.ts";
import { aColleague } from "../../setup/a-colleague.ts";
import type { TestDesk } from "../../setup/test-desk.ts";
import { aReviewDesk } from "../reviews/review-desk.ts";
import { aSubmittedReport, EMAILS, type ReportMade, type ReportWishes, type World } from "../reviews/review-world.ts";

const [WANG, ZHAO, LI] = ["U00000WANG", "U00000ZHAO", "U000000LI"];
const here = { in: "home" } as const;

let desk: TestDesk;
let world: World;
beforeEach(async () => {
  ({ desk, world } = await aReviewDesk([
    aColleague(LI, "Li Wei", { email: EMAILS.officer }),
    aColleague(WANG, "Wang Fang", { email: EMAILS.reviewer }),
    aColleague(ZHAO, "Zhao Min", { email: EMAILS.colleague }),
  ]));
});
afterEach(() => desk.stop());

/** A routine check, submitted two days before it was due where nothing else is said. */
async function aRoutine(borrowerName: string, wishes: ReportWishes & { dueOn?: string } = {}): Promise<ReportMade> {
  const { dueOn = "2026-03-12", ...rest } = wishes;
  const made = await aSubmittedReport(world, { borrowerName, ...rest });
  await desk.db.inspection.update({ where: { id: made.inspectionId }, data: { kind: "routine", dueOn } });
  return made;
}

const warned = ({ borrowerId }: ReportMade, code: string, isRestricted = false) =>
  aSignal(desk.db, { borrowerId, code, isRestricted, policyVersionId: desk.parts.policies.inForce().versionId });

async function aMixedQueue() {
  const answers = { "borrower/conclusion": "Turnover of 12 months read, nothing new." };
  const clean = [await aRoutine("Clean One", { answers }), await aRoutine("Clean Two")];
  const restricted = await aRoutine("Quietly Watched");
  await warned(restricted, "INT-05", true);
  const signal = await aRoutine("Warned Works");
  await warned(signal, "FIN-02");
  return {
    clean: [...clean, restricted],
    marked: await aRoutine("Marked Mill", { level: "orange" }),
    late: await aRoutine("Late Foundry", { dueOn: "2026-03-09" }),
    signal,
    own: await aRoutine("Own Customer", { submitterId: world.reviewer.id }),
  };
}

const stateOf = async ({ reportId }: ReportMade) =>
  (await desk.db.report.findUniqueOrThrow({ where: { id: reportId } })).state;
const homeOf = async (userId: string) => {
  await desk.as(userId).opensHome();
  return (desk.as(userId).home?.text ?? "").replaceAll("\u200b", "");
};

describe("a mixed queue", { timeout: 120_000 }, () => {
  it("is approved in one press where it is clean; each of the others waits, with why it was singled out", async () => {
    const { clean, marked, late, signal, own } = await aMixedQueue();
    const home = await homeOf(WANG);
    expect(home).toContain("3 clean routine reports of 1 officer");
    expect(home).toMatch(/Marked Mill.*a marked answer\* · submitted/s);
    expect(home).toMatch(/Late Foundry.*checked late\* · submitted/s);
    expect(home).toMatch(/Warned Works.*a signal is open\* · submitted/s);
    expect(home).not.toMatch(/Own Customer|Clean One|Quietly Watched/);
    await desk.as(WANG).clicks("Look and approve", here);
    const screen = desk.as(WANG).modal?.text ?? "";
    expect(screen).toMatch(
      /3 reports with nothing that stands out.*Clean One.*Turnover of 12 months read.*Clean Two.*Quietly Watched/s,
    );
    expect(screen).toMatch(/Singled out, to be read one by one \(3\).*Marked Mill/s);
    await desk.as(WANG).clicks("Approve these 3");
    expect(desk.as(WANG).modal?.text).toContain("3 reports approved.");
    expect(await Promise.all(clean.map(stateOf))).toEqual(["approved", "approved", "approved"]);
    expect(await Promise.all([marked, late, signal, own].map(stateOf))).toEqual(Array(4).fill("submitted"));
    expect(await desk.db.auditEvent.count({ where: { verb: "report.approved" } })).toBe(3);
    await desk.tick();
    const told = desk.as(LI).messagesFromBot();
    expect(told.filter(({ shown }) => shown.includes("3 of your reports are approved"))).toHaveLength(1);
    expect(told.filter(({ shown }) => /Your report .* is approved/.test(shown))).toEqual([]);
    expect(desk.workspace.refused).toEqual([]);
  });

  it("tells by nothing that a restricted signal is there; another of the same customer, which the reviewer may know of, singles it out", async () => {
    const restricted = await aRoutine("Quietly Watched");
    await warned(restricted, "INT-05", true);
    const wang = await desk.contextOf(world.reviewer.id);
    expect((await routineQueue(wang)).why.get(restricted.reportId)).toEqual([]);
    await warned(restricted, "FIN-02");
    expect((await routineQueue(wang)).why.get(restricted.reportId)).toEqual(["signal"]);
  });

  it("leaves one's own to the colleague: neither shown, nor decided by a button that names it", async () => {
    const { own, clean } = await aMixedQueue();
    const wang = await desk.contextOf(world.reviewer.id);
    const done = await approveRoutine(wang, [own.reportId, ...clean.map(({ reportId }) => reportId)]);
    expect(done).toMatchObject({ approved: 3, refused: [{ refused: "may.four_eyes" }] });
    expect(await stateOf(own)).toBe("submitted");
    await desk.as(ZHAO).opensHome();
    await desk.as(ZHAO).clicks("Review", { ...here, beside: "Own Customer" });
    await desk.as(ZHAO).clicks("Approve");
    expect(await stateOf(own)).toBe("approved");
  });

  it("is judged again at the press: what was warned of meanwhile stays, and what a colleague decided is told", async () => {
    const [first, second, third] = [
      await aRoutine("Clean One"),
      await aRoutine("Clean Two"),
      await aRoutine("Clean Three"),
    ];
    await desk.as(WANG).opensHome();
    await desk.as(WANG).clicks("Look and approve", here);
    await warned(first, "FIN-02");
    await approveRoutine(await desk.contextOf(world.colleague.id), [second.reportId]);
    await desk.as(WANG).clicks("Approve these 3");
    const screen = desk.as(WANG).modal?.text ?? "";
    expect(screen).toContain("1 report approved.");
    expect(screen).toContain(`Report ${first.number} stands out by now`);
    expect(screen).toContain(`Zhao Min approved report ${second.number}`);
    expect(await stateOf(first)).toBe("submitted");
    expect(await stateOf(third)).toBe("approved");
    const { reviewerId } = await desk.db.review.findUniqueOrThrow({ where: { reportId: second.reportId } });
    expect(reviewerId).toBe(world.colleague.id);
  });

  it("says it once, however often the button is pressed", async () => {
    const both = [await aRoutine("Clean One"), await aRoutine("Clean Two")];
    const wang = await desk.contextOf(world.reviewer.id);
    for (let press = 0; press < 2; press += 1) {
      expect(
        await approveRoutine(
          wang,
          both.map(({ reportId }) => reportId),
        ),
      ).toEqual({ approved: 2, refused: [] });
    }
    expect(await desk.db.outboxMessage.count({ where: { kind: "review.routine_approved" } })).toBe(1);
    expect(await desk.db.review.count()).toBe(2);
  });
});
