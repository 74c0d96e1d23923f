/** A reviewer's queue on Home, narrowed: by mark, by age, by officer; what was chosen stays chosen, and goes along to the whole list. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/domain/vocabulary.ts";
import { readChoices } from "../../../src/features/home/choices.ts";
import { reviewPieces } from "../../../src/features/home/reviewer/queue.ts";
import { readPageValue } from "../../../src/features/review-queue/narrow.ts";
import { translator } from "../../../src/texts/index.ts";
import { aPerson } from "../../builders/index.ts";
import { aColleague } from "../../setup/a-colleague.ts";
import type { TestDesk } from "../../setup/test-desk.ts";
import { aReviewDesk } from "../reviews/review-desk.ts";
import { aSubmittedReport, EMAILS, type ReportWishes, type World } from "../reviews/review-world.ts";

const [WANG, ZHAO] = ["U00000WANG", "U00000ZHAO"];
const here = { in: "home" } as const;

let desk: TestDesk;
let world: World;
let other: string;
beforeEach(async () => {
  ({ desk, world } = await aReviewDesk([
    aColleague(WANG, "Wang Fang", { email: EMAILS.reviewer }),
    aColleague(ZHAO, "Zhao Min", { email: EMAILS.colleague }),
  ]));
  const { unitId } = await desk.db.person.findUniqueOrThrow({ where: { id: world.officer.id } });
  other = (await aPerson(desk.db, { name: "Chen Hao", unitId, roles: [{ role: "account_manager" }] })).id;
});
afterEach(() => desk.stop());

async function aRoutine(borrowerName: string, wishes: ReportWishes = {}): Promise<void> {
  const { inspectionId } = await aSubmittedReport(world, { borrowerName, ...wishes });
  await desk.db.inspection.update({ where: { id: inspectionId }, data: { kind: "routine", dueOn: "2026-03-12" } });
}

async function aMixedQueue(): Promise<void> {
  await aRoutine("Red Mill", { level: "red" });
  await aRoutine("Orange Mill", { level: "orange", submitterId: other });
  await aRoutine("Yellow Mill", { level: "yellow" });
  await aRoutine("Clean One");
  await aRoutine("Clean Two");
  await aRoutine("Clean Three", { submitterId: other });
}

const shown = () => (desk.as(WANG).home?.text ?? "").replaceAll("\u200b", "");
async function approves(customer: string): Promise<void> {
  await desk.as(WANG).clicks("Review", { ...here, beside: customer });
  await desk.as(WANG).clicks("Approve");
  await desk.as(WANG).closes({ all: true });
}
const shows = (button: string) => desk.as(WANG).clicks(button, here);

describe("the queue on a reviewer's Home tab", { timeout: 120_000 }, () => {
  it("is narrowed to what is red or orange, to yellow, to what has no finding, and to all again", async () => {
    await aMixedQueue();
    await desk.as(WANG).opensHome();
    expect(shown()).toMatch(/All 6.*Red or orange 2.*Yellow 1.*Without a finding 3/s);
    expect(shown()).not.toMatch(/Over time|With the borrower/);
    await shows("Red or orange 2");
    expect(shown()).toMatch(/Red Mill.*Orange Mill/s);
    expect(shown()).not.toMatch(/Yellow Mill|clean routine/);
    await shows("Yellow 1");
    expect(shown()).toContain("Yellow Mill");
    expect(shown()).not.toMatch(/Red Mill|Orange Mill/);
    await shows("Without a finding 3");
    expect(shown()).toMatch(/Clean One.*Clean Two.*Clean Three/s);
    await shows("All 6");
    expect(shown()).toMatch(/Red Mill.*Yellow Mill.*3 clean routine reports of 2 officers/s);
  });

  it("is narrowed to one officer, whose clean reports are approved together without the others'", async () => {
    await aMixedQueue();
    await desk.as(WANG).opensHome();
    await desk.as(WANG).chooses("All officers", world.officer.name, here);
    expect(shown()).toMatch(/All 4.*Red Mill.*Yellow Mill.*2 clean routine reports of 1 officer/s);
    expect(shown()).not.toContain("Orange Mill");
    await shows("Look and approve");
    expect(desk.as(WANG).modal?.text).toMatch(/2 reports with nothing.*Clean One.*Clean Two/s);
    expect(desk.as(WANG).modal?.text).not.toMatch(/Clean Three|Orange Mill/);
    await desk.as(WANG).clicks("Approve these 2");
    const approved = await desk.db.report.findMany({ where: { state: "approved" }, select: { submittedById: true } });
    expect(approved).toEqual(Array(2).fill({ submittedById: world.officer.id }));
  });

  it("stays narrowed when it is opened again; an officer of whom nothing waits any more is no choice", async () => {
    await aRoutine("Red Mill", { level: "red" });
    await aRoutine("Yellow Mill", { level: "yellow", submitterId: other });
    await desk.as(WANG).opensHome();
    await shows("Yellow 1");
    await desk.as(WANG).chooses("All officers", "Chen Hao", here);
    await desk.as(WANG).opensHome();
    expect(shown()).toContain("Yellow Mill");
    expect(shown()).not.toContain("Red Mill");
    await approves("Yellow Mill");
    await desk.as(WANG).opensHome();
    expect(shown()).toMatch(/All 1.*Yellow 0.*Nothing of this kind is open/s);
    await shows("All 1");
    expect(shown()).toContain("Red Mill");
  });

  it("tells what is over the reviewer's time", async () => {
    await aRoutine("Old Foundry", { submittedAt: "2026-03-02T02:00:00Z" });
    await aRoutine("New Foundry", { level: "yellow" });
    await desk.as(WANG).opensHome();
    await shows("Over time 1");
    expect(shown()).toContain("Old Foundry");
    expect(shown()).not.toContain("New Foundry");
  });

  it("takes its choice along to the whole list, page by page", async () => {
    for (let n = 0; n < 23; n += 1) await aRoutine(`Yellow ${n}`, { level: "yellow" });
    await aRoutine("Red Mill", { level: "red" });
    await desk.as(WANG).opensHome();
    await shows("Yellow 23");
    await shows("Show all (23)");
    const text = () => desk.as(WANG).modal?.text ?? "";
    expect(text()).toMatch(/Yellow 23.*Page 1 of 2/s);
    expect(text()).not.toContain("Red Mill");
    await desk.as(WANG).clicks("Next page");
    expect(text()).toMatch(/Yellow 23.*Page 2 of 2/s);
    expect(text()).not.toContain("Red Mill");
  });

  it.each(LANGUAGES)("says all of it in %s", async (language) => {
    await aMixedQueue();
    const ctx = await desk.contextOf(world.reviewer.id);
    const pieces = await reviewPieces({ ...ctx, language, t: translator(language) }, readChoices(""));
    const said = JSON.stringify(pieces);
    const words = { en: "Red or orange 2", "zh-Hans": "红色或橙色 2", "zh-Hant": "紅色或橙色 2" };
    const all = { en: "All officers", "zh-Hans": "全部客户经理", "zh-Hant": "全部客戶經理" };
    expect(said).toContain(words[language]);
    expect(said).toContain(all[language]);
  });

  it("reads whatever a button carries as a page and a choice", () => {
    expect(readPageValue("2 severe p-1")).toEqual({ page: 2, choice: { view: "severe", officerId: "p-1" } });
    expect(readPageValue("0")).toEqual({ page: 0, choice: { view: "all", officerId: undefined } });
    expect(readPageValue("x nothing")).toEqual({ page: 0, choice: { view: "all", officerId: undefined } });
  });
});
