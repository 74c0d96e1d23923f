import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "../../../src/domain/vocabulary.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import type { PersonSeed } from "../../../src/workspace/workspace.ts";
import { aBorrower, aLoan, aPerson, aUnit } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { borrowerConfirms } from "../../setup/borrower-confirms.ts";
import { fillToSummary } from "../../setup/fill-check.ts";
import { startTestDesk, type TestDesk } from "../../setup/test-desk.ts";

const TODAY = "2026-03-02";
const HOSTILE = "Harbour <!channel> *Foods* & Co";
const ROLES: readonly (Role | "none")[] = [
  "account_manager",
  "post_loan_officer",
  "unit_manager",
  "administrator",
  "overseer",
  "none",
];
const idOf = (role: string) => `U0${role.replace("_", "").slice(0, 8).toUpperCase()}`;
const emailOf = (role: string) => `${idOf(role).toLowerCase()}@bank.example`;

describe("the Home tab", () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await startTestDesk({
      at: `${TODAY}T09:05:00+08:00`,
      people: ROLES.map(seed),
      book: async (db, parts) => aBook(db, parts.policies.inForce().versionId),
    });
  });
  afterEach(async () => {
    await desk.stop();
  });
  const home = async (role: Role | "none") => {
    const person = desk.as(idOf(role));
    await person.opensHome();
    return (person.home?.text ?? "").replaceAll("\u200b", "");
  };

  it("shows an officer their day, with buttons that work from there", async () => {
    expect(await home("account_manager")).toContain("Harbour &lt;!channel&gt; ∗Foods∗ &amp; Co");
    const officer = desk.as(idOf("account_manager"));
    await officer.clicks("Start check", { in: "home" });
    expect(officer.modal?.submit).toBeDefined();
  });

  it("shows a reviewer what waits, and the review opens from there", async () => {
    const officer = desk.as(idOf("account_manager"));
    await officer.opensHome();
    await officer.clicks("Start check", { in: "home" });
    await fillToSummary(officer, { policy: desk.parts.policies.inForce().policy, visitedOn: TODAY });
    await borrowerConfirms(officer, { signedOn: TODAY, answer: "refused", note: "The owner is abroad." });
    await officer.closes();
    await officer.submits();
    expect(await home("post_loan_officer")).toContain("Waiting for your review");
    const reviewer = desk.as(idOf("post_loan_officer"));
    await reviewer.clicks("Review", { in: "home" });
    await reviewer.clicks("Approve");
    expect(await home("post_loan_officer")).not.toContain("Harbour &lt;");
  });

  it("shows a manager figures of the unit, and no customer", async () => {
    const text = await home("unit_manager");
    expect(text).toContain("*Due today*\n1");
    expect(text).toContain("*Accounts without a keeper*\n1");
    expect(text).not.toContain("Harbour");
  });

  it("shows the administrator who has no Slack account, and no customer", async () => {
    const text = await home("administrator");

    expect(text).toContain("Everybody in the people file has a Slack account.");
    expect(text).not.toContain("Harbour");
  });

  it.each<Role>(["overseer"])("shows %s that there is nothing, and no customer", async (role) => {
    const text = await home(role);
    expect(text).toContain("There is nothing for you here today.");
    expect(text).not.toContain("Harbour");
  });

  it("tells a person without a role that theirs does not include it", async () => {
    expect(await home("none")).toContain("Your role does not include this.");
  });

  it("fits into Slack however much there is to do", async () => {
    const officer = await desk.db.person.findUniqueOrThrow({ where: { email: emailOf("account_manager") } });
    const { versionId } = desk.parts.policies.inForce();
    for (let n = 0; n < 60; n += 1) {
      const borrower = await aBorrower(desk.db, {
        unitId: officer.unitId,
        ownerId: officer.id,
        name: `${HOSTILE} ${n}`.repeat(20),
      });
      await aLoan(desk.db, { borrowerId: borrower.id });
      const wishes = { borrowerId: borrower.id, assigneeId: officer.id, dueOn: TODAY, policyVersionId: versionId };
      await anInspection(desk.db, wishes);
    }
    const text = await home("account_manager");
    expect(desk.workspace.refused).toEqual([]);
    expect(text.split("Start check").length).toBeLessThan(20);
  });
});

function seed(role: string): PersonSeed {
  const id = idOf(role);
  return {
    id,
    name: role,
    realName: role,
    title: "",
    email: emailOf(role),
    locale: "en-US",
    timeZone: "Asia/Shanghai",
  };
}

async function aBook(db: Tx, policyVersionId: string): Promise<void> {
  const unit = await aUnit(db, { name: "Harbour Branch" });
  const made: Record<string, string> = {};
  for (const role of ROLES) {
    const roles = role === "none" ? [] : [{ role }];
    made[role] = (await aPerson(db, { name: role, email: emailOf(role), unitId: unit.id, roles })).id;
  }
  const ownerId = made.account_manager ?? "";
  const borrower = await aBorrower(db, { name: HOSTILE, unitId: unit.id, ownerId, lastInspectedOn: "2025-12-01" });
  await aLoan(db, { borrowerId: borrower.id, disbursedOn: "2025-06-01", maturesOn: "2026-12-01" });
  await anInspection(db, { borrowerId: borrower.id, assigneeId: ownerId, dueOn: TODAY, policyVersionId });
  await aBorrower(db, { name: "Nobody's", unitId: unit.id });
}
