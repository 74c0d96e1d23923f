import { afterEach, describe, expect, it } from "vitest";
import { aPicture, asJpeg, resized, withDay } from "../platform/pictures/a-picture.ts";
import { borrowerConfirms } from "../setup/borrower-confirms.ts";
import { fillStep } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, TODAY, WANG } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;

afterEach(() => desk.stop());

const LATER = "2026-03-16";
const hall = aPicture(7);

/** Li does the check with this photo of the visit, up to the summary. */
async function reportsWith(bytes: Uint8Array, visitedOn: string, said: string): Promise<void> {
  const li = desk.as(LI);
  await li.clicks("Start check");
  const { policy } = desk.parts.policies.inForce();
  const wishes = { conclusion: said, no_risk_because: said, seen_not_told: said };
  for (let steps = 0; steps < 40 && li.modal?.title !== "Summary"; steps += 1) {
    await fillStep(li, { policy, visitedOn, wishes });
    if (li.modal?.text.includes("Photos of this visit")) {
      await li.attaches("Photos of this visit", { name: "hall.jpg", bytes });
    }
    await li.submits();
    expect(li.errors).toEqual({});
  }
  await li.closes({ all: true });
  await desk.tick();
  await li.clicks("Continue");
}

describe("a photo of the last visit, made smaller and saved anew", () => {
  it("is pointed out to the officer and to the reviewer, and refused to nobody", async () => {
    ({ desk, branch } = await startBranch());
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await desk.tick();
    await reportsWith(asJpeg(hall), TODAY, "Stock counted 1,240 t, book 1,238 t.");
    await borrowerConfirms(li, { signedOn: TODAY });
    await li.closes();
    await li.submits();
    expect(li.modal?.title).toBe("Submitted");
    await li.closes({ all: true });
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Approve");
    await wang.closes({ all: true });

    desk.at(`${LATER}T09:05:00+08:00`);
    await desk.db.inspection.updateMany({ where: { plannedById: branch.inspectionId }, data: { dueOn: LATER } });
    await desk.tick();
    const smaller = withDay(asJpeg(resized(hall, 0.6), 70), "2025-10-02");
    await reportsWith(smaller, LATER, "Two of three lines ran; 86 pallets stood in the yard.");
    const first = await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } });
    expect(li.modal?.text).toContain(`“hall.jpg” looks like a picture of check ${first.number}`);
    expect(li.modal?.text).toContain("was taken on 2 Oct 2025, more than 92 days ago");
    await li.submits();
    expect(Object.keys(li.errors)).toEqual(["Why is there nothing newer?"]);
    await li.fills("Why is there nothing newer?", "The hall was closed to us; the owner sent his own photo.");
    await li.submits();
    expect(li.modal?.title).toBe("Submitted");

    await desk.tick();
    await wang.clicks("Review");
    expect(wang.modal?.text).toContain(`looks like a picture of check ${first.number}`);
    expect(wang.modal?.text).toContain("The hall was closed to us");
  });
});
