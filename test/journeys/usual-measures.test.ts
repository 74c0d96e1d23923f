/** The policy's usual measures (R116), offered where a measure or a plan is written: a person chooses, changes and sends them. */
import { afterEach, describe, expect, it } from "vitest";
import { fillStep } from "../setup/fill-check.ts";
import { aPhoto, handsIn, linkShown } from "../setup/one-time-page.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, TODAY } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;

afterEach(() => desk.stop());

const CHOOSE = "Usual measures";
const STATEMENTS = "Have current financial and bank statements handed in";
const RECEIPTS = "Bring the sales receipts back to the return account";
const RECALL = "Decide on early recall, and demand repayment in writing";
const GUARANTORS = "Claim from every guarantor in writing";
const OWN = "Mr Zhou brings the stock count of 28 February.";
const DOCUMENT = { name: "plan.pdf", bytes: new TextEncoder().encode("one plan per customer") };

async function opensRisk(customerType = "corporate"): Promise<void> {
  ({ desk, branch } = await startBranch());
  await desk.db.borrower.updateMany({ data: { customerType } });
  await desk.tick();
  const li = desk.as(LI);
  await li.clicks("Start check");
  await goesOnTo("Risk 1 and its measure");
}

async function goesOnTo(title: string): Promise<void> {
  const li = desk.as(LI);
  const { policy } = desk.parts.policies.inForce();
  for (let steps = 0; steps < 40 && !li.modal?.text.includes(title); steps += 1) {
    await fillStep(li, { policy, visitedOn: TODAY, wishes: { risks_found: "yes" } });
    await li.submits();
  }
}

/** What the draft holds for the first risk's measure. */
async function kept(part: "goal" | "due" | "proof"): Promise<unknown> {
  const row = await desk.db.draftAnswer.findFirst({ where: { key: `borrower/measure_${part}#1` } });
  return row === null ? undefined : JSON.parse(row.raw);
}

describe("an officer who names a risk at a company in zone 1", () => {
  it("is offered what is usual there; a choice fills what is done, by when and how it is seen, and opens nothing by itself", async () => {
    await opensRisk();
    const li = desk.as(LI);
    expect(li.modal?.text).toContain("Usual for: Company, Zone 1");
    await li.chooses(CHOOSE, STATEMENTS);
    expect(await kept("goal")).toBe(STATEMENTS);
    // Ten working days from Monday, 2 March.
    expect(await kept("due")).toBe("2026-03-16");
    expect(await kept("proof")).toBe("Both in the customer's file");

    await li.fills("The risk, with its figure", "Receivables over 90 days are 8%, 640,000 yuan with one buyer.");
    await li.chooses("First responsible person", "Li Wen");
    await li.submits();
    expect(li.errors).toEqual({});
    expect(li.modal?.title).toBe("Summary");
    expect(li.modal?.text).toContain(STATEMENTS);
    expect(await desk.db.case.count()).toBe(0);
  });

  it("loses nothing that was typed before: a choice joins it, and leaves a day that the officer has set", async () => {
    await opensRisk();
    const li = desk.as(LI);
    await li.fills("Measure: what is done", OWN);
    await li.fills("By when", "2026-03-05");
    await li.chooses(CHOOSE, STATEMENTS);
    await li.chooses(CHOOSE, RECEIPTS);
    await li.chooses(CHOOSE, STATEMENTS);
    expect(await kept("goal")).toBe(`${OWN}\n${STATEMENTS}\n${RECEIPTS}`);
    expect(await kept("due")).toBe("2026-03-05");
    expect(await kept("proof")).toBe("Both in the customer's file; A month's statement of the return account");

    // Changed in their own words afterwards, those count.
    await li.fills("Measure: what is done", `${OWN} Statements by then too.`);
    await li.clicks("Back");
    expect(await kept("goal")).toBe(`${OWN} Statements by then too.`);
  });

  it("is told where a choice does not fit beside what was typed, which stays as it is", async () => {
    await opensRisk();
    const li = desk.as(LI);
    const long = "The buyer owes 640,000 yuan. ".repeat(34);
    await li.fills("Measure: what is done", long);
    await li.chooses(CHOOSE, STATEMENTS);
    expect(li.modal?.text).toContain("It does not fit beside what you wrote");
    expect(await kept("goal")).toBe(long);
    expect(await kept("due")).toBeUndefined();
  });

  it("may write a measure of their own, and choose none", async () => {
    await opensRisk();
    const li = desk.as(LI);
    await li.fills("The risk, with its figure", "Receivables over 90 days are 8%, 640,000 yuan with one buyer.");
    await li.fills("Measure: what is done", OWN);
    await li.chooses("First responsible person", "Li Wen");
    await li.fills("By when", "2026-03-05");
    await li.fills("How it will be seen", "The count, signed");
    await li.submits();
    expect(li.modal?.title).toBe("Summary");
    expect(li.modal?.text).toContain(OWN);
  });
});

describe("the same of a farming household", () => {
  it("offers other measures", async () => {
    await opensRisk("farm_household");
    const li = desk.as(LI);
    expect(li.modal?.text).toContain("Usual for: Farming household, Zone 1");
    await li.chooses(CHOOSE, "Visit again before harvest or sale, and count what stands there");
    await expect(li.chooses(CHOOSE, STATEMENTS)).rejects.toThrow();
  });
});

/** The customer is non-performing, and its workout plan waits for Li. */
async function opensPlan(byLink = false): Promise<void> {
  ({ desk, branch } = await startBranch(byLink ? "http" : "socket", { byLink }));
  const borrower = await desk.db.borrower.findUniqueOrThrow({ where: { id: branch.borrowerId } });
  await desk.db.borrower.updateMany({ data: { customerType: "corporate" } });
  await desk.db.loan.updateMany({ data: { tier: "substandard" } });
  await desk.db.case.create({
    data: {
      ...{ id: "plan", kind: "workout_plan", borrowerId: borrower.id, unitId: borrower.unitId, place: 1 },
      ...{ ownerId: branch.liId, dueOn: "2026-03-09", cause: "substandard", goal: "", proof: "", state: "open" },
      ...{ openedById: branch.zhaoId, openedAt: new Date("2026-03-02T00:00:00Z") },
    },
  });
  const li = desk.as(LI);
  await li.opensHome();
  await li.clicks("Look");
}

const resultOf = async () => (await desk.db.case.findUniqueOrThrow({ where: { id: "plan" } })).result;

describe("a workout plan", () => {
  it("stands under its own name, and is written of what is usual in zone 3, in own words, or of both", async () => {
    await opensPlan();
    const li = desk.as(LI);
    expect(li.modal?.title).toBe("Workout plan");
    await li.clicks("Hand in the plan");
    expect(li.modal?.text).toContain("Usual for: Company, Zone 3");
    await li.fills("The plan", "Arrears of 640,000 yuan since 3 Feb.");
    await li.attaches("The written plan", DOCUMENT);
    await li.chooses(CHOOSE, RECALL);
    await li.chooses(CHOOSE, GUARANTORS);
    await li.submits();
    expect(li.errors).toEqual({});
    expect(li.modal?.title).toBe("Workout plan");
    expect(await resultOf()).toBe(
      [
        "Arrears of 640,000 yuan since 3 Feb.",
        `${RECALL} (Li Wen, by 9 Mar 2026). Seen by: The demand with proof of service.`,
        `${GUARANTORS} (Li Wen, by 9 Mar 2026). Seen by: The claims with proof of service.`,
      ].join("\n"),
    );
    // A plan is one thing to approve: its steps open no measures by themselves.
    expect(await desk.db.case.count()).toBe(1);
  });

  it("keeps what was typed and chosen while its document comes by a page, also by a link that was asked for before", async () => {
    await opensPlan(true);
    const li = desk.as(LI);
    await li.clicks("Hand in the plan");
    await li.fills("The plan", "Arrears of 640,000 yuan since 3 Feb.");
    await li.clicks("Hand in: The written plan");
    const link = linkShown(li);
    await li.chooses(CHOOSE, RECALL);
    await handsIn(link, { name: "plan.jpg", bytes: aPhoto("the plan") });
    expect(li.modal?.text).toContain("plan.jpg");
    await li.submits();
    expect(await resultOf()).toBe(
      `Arrears of 640,000 yuan since 3 Feb.\n${RECALL} (Li Wen, by 9 Mar 2026). Seen by: The demand with proof of service.`,
    );
  });

  it("says where a choice does not fit, and keeps every word", async () => {
    await opensPlan();
    const li = desk.as(LI);
    await li.clicks("Hand in the plan");
    const long = "The buyer owes 640,000 yuan. ".repeat(68);
    await li.fills("The plan", long);
    await li.attaches("The written plan", DOCUMENT);
    await li.chooses(CHOOSE, RECALL);
    expect(li.modal?.text).toContain("It does not fit beside what you wrote");
    await li.submits();
    expect(await resultOf()).toBe(long.trim());
  });
});
