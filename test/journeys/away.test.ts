import { afterEach, describe, expect, it } from "vitest";
import { managerOf } from "../../src/features/people/index.ts";
import { announceSubmissions } from "../../src/features/review-queue/index.ts";
import { inTransaction, systemContext } from "../../src/platform/context.ts";
import { aReviewer } from "../builders/index.ts";
import { borrowerConfirms } from "../setup/borrower-confirms.ts";
import { fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type BusyBranch, CHEN, HE, inspectionOf, LI, SUN, startBusyBranch, WANG, ZHAO } from "./busy-branch.ts";

const FOODS = "Ningbo Harbour Foods Co., Ltd.";
const SILK = "Suzhou Silk Works Co., Ltd.";

let desk: TestDesk;
let branch: BusyBranch;
afterEach(() => desk.stop());

async function begin(at = "2026-03-02T09:05:00+08:00"): Promise<void> {
  ({ desk, branch } = await startBusyBranch(at, [
    { name: FOODS, dueOn: "2026-03-04" },
    { name: SILK, dueOn: "2026-02-20" },
  ]));
}

const says = async (who: string, text: string) => {
  await desk.as(who).says(`/postloan ${text}`);
  return desk.as(who).lastMessage?.shown ?? "";
};
const absences = () => desk.db.delegation.findMany({ orderBy: { id: "asc" } });

describe("An officer says who stands in", () => {
  it("by whole name, by e-mail or by mention; the stand-in is told at once", async () => {
    await begin();
    expect(await says(LI, "away 2026-03-10 2026-03-11 Chen Jie")).toContain("Chen Jie stands in");
    expect(await says(LI, "away 2026-03-12 2026-03-12 CHEN.JIE@bank.example")).toContain("Chen Jie stands in");
    expect(await says(LI, `away 2026-03-13 2026-03-13 <@${CHEN}|chen> --reason "at the court"`)).toContain("stands in");
    await desk.tick();
    const told = desk.as(CHEN).messagesFromBot();
    expect(told).toHaveLength(3);
    expect(told.at(0)?.shown).toContain(
      "Li Wen is away from Tue, 10 Mar 2026 to Wed, 11 Mar 2026; Chen Jie stands in.",
    );
    expect(told.at(2)?.shown).toContain("at the court");
    expect((await absences()).map(({ standInId }) => standInId)).toEqual([branch.chen, branch.chen, branch.chen]);
  });

  it("in a form, with what is wrong at its field", async () => {
    await begin();
    const li = desk.as(LI);
    await li.says("/postloan away");
    await li.fills("First day", "2026-03-10");
    await li.fills("Last day", "2026-03-09");
    await li.chooses("Who stands in", CHEN);
    await li.submits();
    expect(li.errors).toEqual({ "Last day": "The last day lies before the first (2026-03-10)." });
    await li.fills("Last day", "2026-03-11");
    await li.submits();
    expect(li.modal?.text).toContain("Chen Jie has been told");
    expect(await absences()).toMatchObject([{ personId: branch.li, fromOn: "2026-03-10", toOn: "2026-03-11" }]);
    expect(desk.workspace.refused).toEqual([]);
  });

  it.each([
    ["2026-02-30 2026-03-11 Chen Jie", "“2026-02-30” is not a date. Write it like 2026-03-02."],
    ["2026-03-01 2026-03-11 Chen Jie", "begins today (2026-03-02) or later"],
    ["2026-03-10 2027-06-01 Chen Jie", "At most 366 days"],
    ["2026-03-10 2026-03-11 Li Wen", "Nobody stands in for themselves"],
    ["2026-03-10 2026-03-11 Zhao Lei", "Zhao Lei may not do the work of the role “account manager”"],
    ["2026-03-10 2026-03-11 Jie", "I know nobody here called “Jie”"],
    ["2026-03-10 2026-03-11", "A word is missing."],
    ["tomorrow friday Chen", "No date stands there."],
    ["Chen Jie 2026-03-10 2026-03-11 Li Wen", "This belongs to another officer or unit."],
  ])("away %s: is refused with the remedy", async (typed, sentence) => {
    await begin();
    expect((await says(LI, `away ${typed}`)).toLowerCase()).toContain(sentence.toLowerCase());
    expect(await absences()).toEqual([]);
  });

  it("never in a circle, twice for the same day, or through somebody who is away or stands in then", async () => {
    await begin();
    await says(LI, "away 2026-03-10 2026-03-12 Chen Jie");
    expect(await says(LI, "away 2026-03-12 2026-03-13 Wang Ping")).toContain(
      "An absence from 2026-03-10 to 2026-03-12",
    );
    expect(await says(CHEN, "away 2026-03-11 2026-03-11 Li Wen")).toContain("stands in for them");
    expect(await says(CHEN, "away 2026-03-11 2026-03-11 Wang Ping")).toContain(
      "the work of Li Wen falls to this person",
    );
    await says(CHEN, "away 2026-03-20 2026-03-20 Wang Ping");
    expect(await says(LI, "away 2026-03-19 2026-03-21 Chen Jie")).toContain("Chen Jie is away too");
    expect(await absences()).toHaveLength(2);
  });

  it("ends it early, or the stand-in does, or the manager; the others are told, and a second time is refused", async () => {
    await begin();
    await says(ZHAO, "away Li Wen 2026-03-02 2026-03-06 Chen Jie");
    await desk.tick();
    expect(desk.as(LI).lastMessage?.shown).toContain("Entered by Zhao Lei");
    expect(await says(ZHAO, "away list")).toContain("Li Wen is away");
    expect(await says(CHEN, "away end")).toContain("Li Wen is back");
    await desk.tick();
    expect(
      desk
        .as(LI)
        .messagesFromBot()
        .some(({ shown }) => shown.includes("Li Wen is back")),
    ).toBe(true);
    expect(await says(LI, "away end")).toContain("There is no absence to end");
    expect((await desk.db.auditEvent.findMany()).map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(["absence.entered", "absence.ended"]),
    );
  });
});

describe("An officer is away over the holiday week", () => {
  it("the stand-in has the mornings and may do the check, the ladder passes by neither, and the officer is welcomed back", async () => {
    // Spring Festival 2026: rest days from 15 to 23 February; 14 and 28 February are make-up working days.
    ({ desk, branch } = await startBusyBranch("2026-02-12T10:00:00+08:00", [
      { name: FOODS, dueOn: "2026-02-13" },
      { name: SILK, dueOn: "2026-02-24" },
    ]));
    await says(LI, "away 2026-02-13 2026-02-25 Chen Jie");
    await desk.tick();
    const before = desk.as(LI).messagesFromBot().length;

    desk.at("2026-02-13T09:05:00+08:00");
    await desk.tick();
    const first = desk.as(CHEN).messagesFromBot();
    expect(first.some(({ shown }) => shown.includes("Today you begin to stand in for Li Wen"))).toBe(true);
    expect(first.some(({ shown }) => shown.includes(FOODS) && shown.includes("for Li Wen"))).toBe(true);

    desk.at("2026-02-17T09:05:00+08:00");
    const quiet = desk.as(CHEN).messagesFromBot().length;
    await desk.tick();
    expect(desk.as(CHEN).messagesFromBot()).toHaveLength(quiet);

    desk.at("2026-02-24T09:05:00+08:00");
    await desk.tick();
    const morning = desk.as(CHEN).lastMessage;
    expect(morning?.shown).toContain(FOODS);
    expect(morning?.shown).toContain(SILK);
    expect(desk.as(LI).messagesFromBot()).toHaveLength(before);
    const climbed = () =>
      desk
        .as(ZHAO)
        .messagesFromBot()
        .filter(({ shown }) => shown.includes(FOODS));
    expect(climbed()).toEqual([]);

    // Late by three working days (14, 24, 25 February): the stand-in's own manager hears of it, nobody else.
    desk.at("2026-02-25T09:05:00+08:00");
    await desk.tick();
    expect((await managerOf(desk.db, branch.li, desk.parts.clocks.now())).personIds).toEqual([branch.zhao]);
    expect(climbed()).toHaveLength(1);
    expect(climbed()[0]?.shown).toContain("3 working days");
    expect(climbed()[0]?.shown).not.toContain(SILK);
    for (const other of [HE, WANG]) expect(desk.as(other).sees(SILK)).toBe(false);
    expect(desk.as(LI).messagesFromBot()).toHaveLength(before);

    desk.at("2026-02-26T09:05:00+08:00");
    await desk.tick();
    const back = desk.as(LI).messagesFromBot().slice(before);
    expect(back.some(({ shown }) => shown.includes("Welcome back"))).toBe(true);
    expect(back.some(({ shown }) => shown.includes(FOODS))).toBe(true);
  });

  it("the check the stand-in submits is decided by neither of the two, whoever of them may review", async () => {
    await begin();
    await desk.db.roleGrant.create({
      data: { personId: branch.li, role: "post_loan_officer", unitId: branch.unitId, fromAt: new Date(0) },
    });
    await says(ZHAO, "away Li Wen 2026-03-02 2026-03-06 Wang Ping");
    const wang = desk.as(WANG);
    const { number } = await inspectionOf(desk, FOODS);
    await wang.says(`/postloan check ${number}`);
    await fillToSummary(wang, { policy: desk.parts.policies.inForce().policy, visitedOn: "2026-03-02" });
    await borrowerConfirms(wang, { signedOn: "2026-03-02", answer: "refused", note: "The owner is abroad." });
    await wang.closes();
    await wang.submits();
    expect(wang.modal?.text).toContain("He Yun");
    const report = await desk.db.report.findFirstOrThrow();
    expect(report.submittedById).toBe(branch.wang);
    await wang.closes({ all: true });
    await desk.tick();
    await desk.as(HE).clicks("Review");
    await desk.as(HE).clicks("Approve");
    const review = await desk.db.review.findFirstOrThrow();
    expect([review.reviewerId, review.ownerId, JSON.parse(review.standInIds)]).toEqual([
      branch.he,
      branch.li,
      [branch.wang],
    ]);
  });
});

describe("A reviewer is away", () => {
  it("their stand-in above gets the queue, but not the reviewer's own work", async () => {
    await begin();
    expect(await says(WANG, "away 2026-03-02 2026-03-06 Chen Jie")).toContain("may not do the work of the role");
    await says(WANG, "away 2026-03-02 2026-03-06 He Yun");
    const foods = await inspectionOf(desk, FOODS);
    const silk = await inspectionOf(desk, SILK);
    for (const [inspection, submittedById] of [
      [foods, branch.li],
      [silk, branch.wang],
    ] as const) {
      await desk.db.inspection.update({ where: { id: inspection.id }, data: { state: "submitted" } });
      const { id } = await desk.db.report.create({
        data: {
          inspectionId: inspection.id,
          revision: 1,
          state: "submitted",
          submittedById,
          submittedAt: desk.parts.clocks.now().toJSDate(),
          policyVersionId: inspection.policyVersionId,
          mode: "on_site",
          visitedOn: "2026-03-02",
          content: "{}",
          contentHash: "x",
        },
      });
      await inTransaction(systemContext(desk.parts), async (tx) => void (await announceSubmissions(tx, [id])));
    }
    await desk.tick();
    const queue = desk
      .as(HE)
      .messagesFromBot()
      .map(({ shown }) => shown)
      .join("\n");
    expect(queue).toContain(foods.number);
    expect(queue).not.toContain(silk.number);
    expect(
      desk
        .as(WANG)
        .messagesFromBot()
        .some(({ buttons }) => buttons.includes("Review")),
    ).toBe(false);
  });
});

describe("Whoever stood in leaves", () => {
  it("and the manager of the absent person is told, once", async () => {
    await begin();
    const extra = await aReviewer(desk.db, { name: "Short Stay", email: "short@bank.example", unitId: branch.unitId });
    await says(LI, "away 2026-03-02 2026-03-20 Short Stay");
    await desk.db.person.update({ where: { id: extra.id }, data: { leftOn: "2026-03-03" } });
    desk.at("2026-03-04T09:05:00+08:00");
    await desk.tick();
    await desk.tick();
    const told = desk
      .as(ZHAO)
      .messagesFromBot()
      .filter(({ shown }) => shown.includes("nobody stands in"));
    expect(told).toHaveLength(1);
    expect(told[0]?.shown.replaceAll("\u200b", "")).toContain("/postloan away end li.wen@bank.example");
    expect(
      desk
        .as(LI)
        .messagesFromBot()
        .some(({ shown }) => shown.includes(FOODS)),
    ).toBe(true);
    expect(desk.as(SUN).sees("nobody stands in")).toBe(false);
  });
});
