/**
 * A quarter's quality outcome from the record (handbook 2.7): the officer's own accounts as they stood when the quarter began and ended,
 * each point with its rule, the figures and the loans behind it (R99, R100).
 */
import { beforeEach, describe, expect, it } from "vitest";
import { readScoredPeriod } from "../../../src/domain/appraisal/period.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { scoreOf } from "../../../src/features/appraisal/index.ts";
import { linesPieces } from "../../../src/features/appraisal/lines-view.ts";
import { personScores } from "../../../src/features/appraisal/person-score.ts";
import type { Context } from "../../../src/platform/context.ts";
import { terminalText } from "../../../src/platform/terminal/render.ts";
import { aBorrower, aLoan, anOfficer, type LoanRow } from "../../builders/index.ts";
import { aSubmittedReport, aWorld, type World } from "../reviews/review-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld("2026-04-01T02:00:00Z");
});

const at = (day: string) => new Date(`${day}T02:00:00Z`);

interface Budget {
  readonly overdue_percent?: number;
  readonly npl_migration_percent?: number;
}

interface Held extends Partial<LoanRow> {
  readonly ownerId?: string;
}

/** Of 1,000 yuan, to a customer of the officer's. */
async function held({ ownerId = world.officer.id, ...wishes }: Held = {}): Promise<LoanRow> {
  const { id: borrowerId } = await aBorrower(world.db, { unitId: world.branch.id, ownerId });
  return aLoan(world.db, { borrowerId, drawnMinor: 100_000n, currency: "CNY", disbursedOn: "2025-06-02", ...wishes });
}

async function changed(
  loan: LoanRow,
  field: string,
  values: { before: string | null; after: string | null; on: string },
) {
  const { before, after, on } = values;
  const told = { asOf: on, recordedAt: at(on), source: "core" };
  await world.db.factChange.create({
    data: { subjectKind: "loan", subjectId: loan.id, field, before, after, ...told },
  });
}

/** The reader under a policy with this budget for the first quarter. */
async function reader(person: { readonly id: string }, budget?: Budget): Promise<Context> {
  const ctx = await world.as(person);
  const { policy, versionId } = ctx.policy;
  const rule = policy.appraisal.quality_outcome;
  if (rule === undefined) throw new Error("no rule");
  const budgets: Record<string, Budget> = budget === undefined ? {} : { "2026-Q1": budget };
  return {
    ...ctx,
    policy: {
      versionId,
      policy: { ...policy, appraisal: { ...policy.appraisal, quality_outcome: { ...rule, budgets } } },
    },
  };
}

const quarter = (name = "2026-Q1") => {
  const period = readScoredPeriod(name, isoDate("2026-04-01"));
  if (period === undefined) throw new Error("no quarter");
  return period;
};

async function outcomeOf(person: { readonly id: string }, budget?: Budget) {
  const posts = await personScores(await reader(person, budget), person.id, quarter());
  const quality = posts.find(({ role }) => role === "account_manager")?.quarter?.quality;
  if (quality === undefined) throw new Error("no outcome");
  return quality;
}

const BUDGET = { overdue_percent: 5, npl_migration_percent: 1 };

describe("an officer's own accounts at the end of the quarter", () => {
  it("count by balance: a quarter of it overdue against a budget of 5 percent", async () => {
    await held({ drawnMinor: 300_000n });
    const late = await held({ pastDueSince: "2026-03-20" });

    const { figures, lines, points } = await outcomeOf(world.officer, BUDGET);

    expect(figures).toMatchObject([
      { share: "overdue", percent: 25, budget: 5 },
      { share: "npl_migration", percent: 0, budget: 1 },
    ]);
    // 20 points above at two each, one below at two: minus 38, and no more than ten.
    expect(lines.map(({ code, points: one }) => [code, one])).toEqual([
      ["overdue_share", -4000],
      ["npl_migration", 200],
      ["capped", 2800],
    ]);
    expect(lines[0]?.proofs).toMatchObject([{ kind: "loan", id: late.id, name: late.number, on: "2026-03-31" }]);
    expect(points).toBe(-1000);
  });

  it("are as they stood then: what fell overdue or was paid off since says nothing of it", async () => {
    const later = await held({ pastDueSince: "2026-04-02" });
    await changed(later, "pastDueSince", { before: null, after: "2026-04-02", on: "2026-04-03" });
    const cured = await held({ pastDueSince: null });
    await changed(cured, "pastDueSince", { before: "2026-03-25", after: null, on: "2026-04-02" });
    const repaid = await held({ state: "settled", drawnMinor: 0n });
    await changed(repaid, "state", { before: "live", after: "settled", on: "2026-04-02" });
    await changed(repaid, "drawnMinor", { before: "100000", after: "0", on: "2026-04-02" });
    world.at("2026-04-10T02:00:00Z");

    const { lines } = await outcomeOf(world.officer, BUDGET);

    expect(lines[0]).toMatchObject({ code: "overdue_share", values: { percent: 33.33 } });
    expect(lines[0]?.proofs).toMatchObject([{ id: cured.id }]);
  });

  it("became non-performing, of what was performing when the quarter began", async () => {
    await held({ drawnMinor: 300_000n });
    const moved = await held({ tier: "substandard", drawnMinor: 50_000n });
    await changed(moved, "tier", { before: "special_mention", after: "substandard", on: "2026-02-10" });
    await changed(moved, "drawnMinor", { before: "100000", after: "50000", on: "2026-02-20" });
    await held({ tier: "doubtful" });
    await held({ tier: "substandard", disbursedOn: "2026-02-02" });

    const { figures, lines } = await outcomeOf(world.officer, BUDGET);

    // A thousand of the four thousand that were performing, by the balance of then.
    expect(figures[1]).toMatchObject({ percent: 25, budget: 1 });
    expect(lines[1]?.proofs).toMatchObject([{ id: moved.id }]);
  });
});

describe("an account that changed hands in the quarter", () => {
  const movedOn = async (loan: LoanRow, toId: string, on: string) => {
    await world.db.ownership.updateMany({ where: { borrowerId: loan.borrowerId }, data: { toAt: at(on) } });
    await world.db.ownership.create({ data: { borrowerId: loan.borrowerId, personId: toId, fromAt: at(on) } });
  };

  it("is whose it was when it became non-performing, also where it then went to another department", async () => {
    const other = await anOfficer(world.db, { name: "Hu Jun", unitId: world.branch.id });
    for (const person of [world.officer, other]) await held({ ownerId: person.id, drawnMinor: 300_000n });
    const loan = await held({ tier: "substandard" });
    await changed(loan, "tier", { before: "normal", after: "substandard", on: "2026-02-10" });
    await movedOn(loan, other.id, "2026-02-12");

    expect((await outcomeOf(world.officer, BUDGET)).figures[1]?.percent).toBe(25);
    expect((await outcomeOf(other, BUDGET)).figures[1]?.percent).toBe(0);
  });

  it("is the new keeper's where it fell overdue in their hands", async () => {
    const other = await anOfficer(world.db, { name: "Hu Jun", unitId: world.branch.id });
    await held({ drawnMinor: 300_000n });
    const loan = await held({ pastDueSince: "2026-03-20" });
    await changed(loan, "pastDueSince", { before: null, after: "2026-03-20", on: "2026-03-21" });
    await movedOn(loan, other.id, "2026-03-02");

    expect((await outcomeOf(world.officer, BUDGET)).figures[0]?.percent).toBe(0);
    expect((await outcomeOf(other, BUDGET)).figures[0]?.percent).toBe(100);
  });
});

it("takes corrections as long as its last month does, and none after", async () => {
  const loan = await held({ pastDueSince: "2026-03-20" });
  const told = { subjectKind: "loan", subjectId: loan.id, field: "pastDueSince", before: null, after: "2026-03-20" };
  await world.db.factChange.create({
    data: { ...told, asOf: "2026-03-21", recordedAt: at("2026-06-03"), source: "core" },
  });
  world.at("2026-07-10T02:00:00Z");
  expect((await outcomeOf(world.officer, BUDGET)).figures[0]?.percent).toBe(100);

  const late = await held({ ownerId: world.colleague.id, pastDueSince: "2026-03-20" });
  await world.db.roleGrant.create({
    data: { personId: world.colleague.id, role: "account_manager", unitId: world.branch.id, fromAt: at("2025-01-02") },
  });
  await world.db.factChange.create({
    data: { ...told, subjectId: late.id, asOf: "2026-03-21", recordedAt: at("2026-07-05"), source: "core" },
  });
  expect((await outcomeOf(world.colleague, BUDGET)).figures[0]?.percent).toBe(0);
});

describe("who reads it", () => {
  const textOf = async (ctx: Context, ...words: string[]) => {
    const view = await scoreOf(ctx, words, "text");
    return isRefusal(view) ? view.refused : terminalText(view);
  };

  it("sees each share beside its budget, and what of variable pay the quarter would earn", async () => {
    await aSubmittedReport(world, { submittedAt: "2026-03-10T02:00:00Z" });
    await held({ pastDueSince: "2026-03-20" });

    const text = await textOf(await reader(world.officer, BUDGET), "me", "2026-Q1");

    expect(text).toContain("Quality outcome of the quarter");
    expect(text).toMatch(/% of the balances is past due, budget 5 %/u);
    expect(text).toContain("30 % of variable pay is at stake");
    expect(text).toContain("10 points more or less move 3 % of variable pay.");
  });

  it("reads that a quarter without a budget is not counted, with the share itself", async () => {
    await held({ pastDueSince: "2026-03-20" });
    const text = await textOf(await reader(world.officer), "me", "2026-Q1");
    expect(text).toContain("not counted");
    expect(text).toContain("100 % of the balances is past due. The policy has no budget for this quarter");
  });

  it("opens the loans behind a share", async () => {
    const late = await held({ pastDueSince: "2026-03-20" });
    const place = {
      id: world.officer.id,
      period: "2026-Q1",
      role: "account_manager",
      metric: "quality_outcome",
    } as const;

    const pieces = JSON.stringify(await linesPieces(await reader(world.officer, BUDGET), place));

    expect(pieces).toContain("Rule appraisal.quality_outcome.overdue");
    expect(pieces).toContain(late.number);
  });

  it("leads the unit: the mean of its officers by what they answer for, and what of pay hangs on the mean", async () => {
    await aSubmittedReport(world, { submittedAt: "2026-03-10T02:00:00Z" });
    // Most of what the branch has drawn.
    await held({ pastDueSince: "2026-03-20", drawnMinor: 90_000_000_000n });

    const text = await textOf(await reader(world.manager, BUDGET), "Riverside", "branch", "2026-Q1");

    expect(text).toContain("Quality outcome: −10 points, the mean of 1 account manager");
    expect(text).toContain("the mean score would earn");
    expect(await textOf(await reader(world.manager), "Riverside", "branch", "2026-Q1")).toContain("is not counted");
  });
});
