/** A short overdue after a missed reminder costs a point (handbook 2.7, housekeeping; R60): the officer was told, did nothing that is recorded, and it came. */
import { beforeEach, describe, expect, it } from "vitest";
import { readScoredPeriod } from "../../../src/domain/appraisal/period.ts";
import type { ScoredMetric } from "../../../src/domain/appraisal/score-metric.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { linesPieces } from "../../../src/features/appraisal/lines-view.ts";
import { personScores } from "../../../src/features/appraisal/person-score.ts";
import { newId } from "../../../src/platform/ids.ts";
import { aBorrower, aLoan } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { aWorld, type World } from "../reviews/review-world.ts";

let world: World;
let borrower: Awaited<ReturnType<typeof aBorrower>>;
let loanId: string;
let keyDateId: string;

/** An instalment of 10 March, told to the officer on the 3rd; the clock stands on the 12th. */
beforeEach(async () => {
  world = await aWorld("2026-03-12T02:00:00Z");
  borrower = await aBorrower(world.db, { unitId: world.branch.id, ownerId: world.officer.id });
  loanId = (await aLoan(world.db, { borrowerId: borrower.id })).id;
  await anInstalment("unpaid", "2026-03-11");
  keyDateId = await aRepaymentDate();
  await told(world.officer.id, "before_7@2026-03-10", "2026-03-03");
});

const at = (day: string) => new Date(`${day}T02:00:00Z`);

async function anInstalment(state: string, stateOn: string | null, paidOn: string | null = null) {
  const fact = { asOf: stateOn ?? "2026-01-01", source: "core", recordedAt: at("2026-01-01"), currency: "CNY" };
  await world.db.instalment.upsert({
    where: { loanId_dueOn: { loanId, dueOn: "2026-03-10" } },
    create: { loanId, dueOn: "2026-03-10", state, stateOn, paidOn, ...fact },
    update: { state, stateOn, paidOn },
  });
}

async function aRepaymentDate(): Promise<string> {
  const { id } = await world.db.keyDate.create({
    data: {
      ...{
        kind: "repayment",
        borrowerId: borrower.id,
        unitId: world.branch.id,
        subjectKind: "loan",
        subjectId: loanId,
      },
      ...{ reference: "L-1", dueOn: "2026-03-10", heldOn: "2026-03-10", remindOn: "2026-03-03" },
      ...{ amountMinor: 0n, currency: "CNY", tier: "normal", seenAt: at("2026-03-03") },
    },
  });
  return id;
}

async function told(personId: string, stage: string, on: string, sentAt: Date | null = at(on)) {
  const message = { kind: "morning", personId, state: sentAt === null ? "dead" : "sent", refs: "{}" };
  await world.db.outboxMessage.create({
    data: {
      ...{ ...message, key: `morning:${personId}:${newId()}`, notBefore: at(on), createdAt: at(on), sentAt },
      items: { create: [{ subjectKind: "key_date", subjectId: keyDateId, stage }] },
    },
  });
}

async function housekeeping(): Promise<ScoredMetric> {
  const march = readScoredPeriod("2026-03", isoDate("2026-03-10"));
  if (march === undefined) throw new Error("no month");
  const posts = await personScores(await world.as(world.officer), world.officer.id, march);
  const found = posts[0]?.months[0]?.sheet.metrics.find(({ metric }) => metric === "housekeeping");
  if (found === undefined) throw new Error("no such metric");
  return found;
}

const missed = async () => (await housekeeping()).lines.filter(({ code }) => code === "reminder_missed");

/** A contact note or a visit about the customer, whose day was this one. */
async function spokenWith(on: string, kind: "contact_note" | "routine", mode: "on_site" | "off_site") {
  const { id } = await anInspection(world.db, {
    ...{ borrowerId: borrower.id, assigneeId: world.officer.id, kind, mode, dueOn: on, policyVersionId: "policy-1" },
    ...{ state: "submitted", submittedAt: at(on), submittedOn: on },
  });
  await world.db.report.create({
    data: {
      ...{ inspectionId: id, revision: 1, state: "submitted", submittedById: world.officer.id, submittedAt: at(on) },
      ...{ policyVersionId: "policy-1", mode, visitedOn: on, content: "{}", contentHash: "" },
    },
  });
}

describe("an overdue of one to seven days after a missed reminder", () => {
  it("costs a point from its first day on, and says which repayment and when the officer was told", async () => {
    const [line] = await missed();

    expect(line).toMatchObject({
      rule: "appraisal.account_manager.housekeeping",
      points: -100,
      values: { told: "2026-03-03" },
      proofs: [{ kind: "key_date", id: keyDateId, name: borrower.number, on: "2026-03-11" }],
    });
    expect(await housekeeping()).toMatchObject({ isPartlyRecorded: false, done: 0, due: 1 });

    const place = { id: world.officer.id, period: "2026-03", role: "account_manager", metric: "housekeeping" } as const;
    const why = JSON.stringify(await linesPieces(await world.as(world.officer), place));
    expect(why).toContain("you were told on 3 Mar 2026");
    expect(why).toContain("It was due on 10 Mar 2026");
  });

  it("counts on the day after the repayment, not on the day", async () => {
    world.at("2026-03-10T02:00:00Z");
    expect(await missed()).toEqual([]);
    world.at("2026-03-11T02:00:00Z");
    expect(await missed()).toHaveLength(1);
  });

  it.each([
    ["seven days", "2026-03-17", 1],
    ["eight days: no short one any more", "2026-03-18", 0],
  ])("lasted %s", async (_name, paidOn, lines) => {
    world.at("2026-03-24T02:00:00Z");
    await anInstalment("paid", paidOn, paidOn);
    await world.db.keyDate.updateMany({ data: { metOn: paidOn } });
    expect(await missed()).toHaveLength(lines);
  });

  it("is none where it was paid on its day, or nobody said that it was not", async () => {
    await anInstalment("paid", "2026-03-10", "2026-03-10");
    expect(await missed()).toEqual([]);
    await anInstalment("planned", null);
    expect(await missed()).toEqual([]);
  });

  it("is one where the book of loans says so, of a later day than the plan (a holiday) too", async () => {
    await anInstalment("planned", null);
    await world.db.factChange.create({
      data: {
        ...{ subjectKind: "loan", subjectId: loanId, field: "pastDueSince", before: null, after: "2026-03-11" },
        ...{ asOf: "2026-03-12", recordedAt: at("2026-03-12"), source: "core" },
      },
    });
    expect(await missed()).toHaveLength(1);
  });
});

describe("a reminder is not missed", () => {
  it.each([
    ["a contact note", 0, "contact_note", "off_site"],
    ["a visit", 0, "routine", "on_site"],
    ["a check from the desk, which speaks with nobody,", 1, "routine", "off_site"],
  ] as const)("where %s of the days between is recorded (%i missed)", async (_name, lines, kind, mode) => {
    await spokenWith("2026-03-06", kind, mode);
    expect(await missed()).toHaveLength(lines);
  });

  it("by a contact before the reminder, or after the day", async () => {
    await spokenWith("2026-03-02", "contact_note", "off_site");
    await spokenWith("2026-03-11", "contact_note", "off_site");
    expect(await missed()).toHaveLength(1);
  });

  it("where the officer was told on the day only, by a message that never came, or where a colleague was told", async () => {
    await world.db.outboxMessage.updateMany({ data: { personId: world.colleague.id } });
    await told(world.officer.id, "before_0@2026-03-10", "2026-03-10");
    await told(world.officer.id, "before_7@2026-03-10", "2026-03-04", null);
    expect(await missed()).toEqual([]);
  });

  it.each([
    ["by the day: whoever works with it has seen it", "2026-03-10", 0],
    ["after the day only", "2026-03-11", 1],
  ])("where the officer pressed a button of the message %s", async (_name, on, lines) => {
    await world.db.outboxMessage.updateMany({ data: { actedAt: at(on) } });
    expect(await missed()).toHaveLength(lines);
  });

  it("by whoever did not keep the account on the day", async () => {
    await world.db.ownership.updateMany({ where: { borrowerId: borrower.id }, data: { toAt: at("2026-03-09") } });
    expect(await missed()).toEqual([]);
  });
});
