/** What a sheet learns from questions, files and audit, and when a month takes no correction any more. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Metric, ScoredRole } from "../../../src/domain/appraisal/facts.ts";
import { sumOf } from "../../../src/domain/appraisal/line.ts";
import { readScoredPeriod } from "../../../src/domain/appraisal/period.ts";
import type { ScoredMetric } from "../../../src/domain/appraisal/score-metric.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { closeMonths, scoreOf } from "../../../src/features/appraisal/index.ts";
import { linesPieces } from "../../../src/features/appraisal/lines-view.ts";
import { personScores } from "../../../src/features/appraisal/person-score.ts";
import { approveReport } from "../../../src/features/reviews/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { terminalText } from "../../../src/platform/terminal/render.ts";
import { aBorrower } from "../../builders/index.ts";
import { aSignal } from "../../builders/signals.ts";
import { aSubmittedReport, aWorld, type World } from "../reviews/review-world.ts";

let world: World;
let borrowerId: string;
beforeEach(async () => {
  world = await aWorld();
  borrowerId = (await aBorrower(world.db, { unitId: world.branch.id, ownerId: world.officer.id })).id;
});

const march = readScoredPeriod("2026-03", isoDate("2026-03-10"));

async function metricOf(person: { readonly id: string }, role: ScoredRole, metric: Metric): Promise<ScoredMetric> {
  if (march === undefined) throw new Error("no month");
  const posts = await personScores(await world.as(person), person.id, march);
  const sheet = posts.find((post) => post.role === role)?.months[0]?.sheet;
  const found = sheet?.metrics.find((one) => one.metric === metric);
  if (found === undefined) throw new Error("no such metric");
  return found;
}

const pointsOf = ({ lines }: ScoredMetric) => sumOf(lines) / 100;

interface Asked {
  readonly by: { readonly id: string };
  readonly of: { readonly id: string };
  readonly on: string;
  readonly answeredOn?: string;
  readonly isRestricted?: boolean;
}

async function asked({ by, of, on, answeredOn, isRestricted = false }: Asked): Promise<string> {
  const signal = await aSignal(world.db, { borrowerId, policyVersionId: "policy-1", code: `Q-${on}`, isRestricted });
  const answered = answeredOn === undefined ? {} : { answer: "Yes.", answeredById: of.id, answeredAt: at(answeredOn) };
  const question = { signalId: signal.id, askedById: by.id, ofPersonId: of.id, question: "Do they still pay?" };
  await world.db.signalQuestion.create({ data: { ...question, askedAt: at(on), ...answered } });
  return signal.number;
}

const at = (day: string) => new Date(`${day}T02:00:00Z`);

describe("questions about signals", () => {
  it("are needs that an officer answers in ten working days; nothing is read of restricted ones", async () => {
    const { officer, colleague } = world;
    const inTime = await asked({ by: colleague, of: officer, on: "2026-03-02", answeredOn: "2026-03-16" });
    const late = await asked({ by: colleague, of: officer, on: "2026-03-03", answeredOn: "2026-03-18" });
    await asked({ by: colleague, of: officer, on: "2026-03-04", isRestricted: true });
    await asked({ by: colleague, of: officer, on: "2026-03-20" });
    world.at("2026-03-24T02:00:00Z");

    const needs = await metricOf(officer, "account_manager", "promises_needs");

    expect(needs).toMatchObject({ due: 2, done: 1, isPartlyRecorded: true });
    expect(needs.lines.flatMap(({ proofs }) => proofs.map(({ name }) => name)).sort()).toEqual([inTime, late].sort());
  });

  it("are reports to managers where a manager asked", async () => {
    const { reviewer, manager, officer } = world;
    await asked({ by: manager, of: reviewer, on: "2026-03-02", answeredOn: "2026-03-05" });
    await asked({ by: officer, of: reviewer, on: "2026-03-03" });
    world.at("2026-03-24T02:00:00Z");

    const reports = await metricOf(reviewer, "post_loan_officer", "report_to_managers");

    expect(reports).toMatchObject({ due: 1, done: 1 });
    expect(pointsOf(reports)).toBe(10);
  });
});

it("a document that was due in a customer's file and is not there costs a point, and is named", async () => {
  await world.db.keyDate.create({
    data: {
      ...{ kind: "document", borrowerId, unitId: world.branch.id, subjectKind: "loan", subjectId: "loan-1" },
      ...{ reference: "approval", dueOn: "2026-03-10", heldOn: "2026-03-10", remindOn: "2026-03-01" },
      ...{ amountMinor: 0n, currency: "CNY", tier: "normal", seenAt: at("2026-03-01") },
    },
  });
  expect(pointsOf(await metricOf(world.officer, "account_manager", "housekeeping"))).toBe(10);
  world.at("2026-03-11T02:00:00Z");
  expect(pointsOf(await metricOf(world.officer, "account_manager", "housekeeping"))).toBe(9);

  const place = { id: world.officer.id, period: "2026-03", role: "account_manager", metric: "housekeeping" } as const;
  const pieces = JSON.stringify(await linesPieces(await world.as(world.officer), place));
  expect(pieces).toContain("It was due on");
  await world.db.keyDate.updateMany({ data: { metOn: "2026-03-10" } });
  expect(pointsOf(await metricOf(world.officer, "account_manager", "housekeeping"))).toBe(10);
});

describe("a report that was overturned", () => {
  const overturned = () => metricOf(world.reviewer, "post_loan_officer", "overturned");
  const told = (values: { key: string; value: string; asOf: string; subjectId: string; supersedes?: string }) =>
    world.db.observation.create({
      data: {
        ...{ subjectKind: "borrower", unit: "text", recordedAt: at(values.asOf), source: "audit", reference: "A-7" },
        ...{ standing: "confirmed", ...values },
      },
    });

  it("costs whoever approved it five points, from the finding that names it; no finding told says nothing", async () => {
    const made = await aSubmittedReport(world);
    await approveReport(await world.as(world.reviewer), made.reportId);
    expect(await overturned()).toMatchObject({ unmeasured: "not_recorded", lines: [] });

    const of = { subjectId: made.borrowerId, asOf: "2026-03-18" };
    await told({ ...of, key: "audit_finding", value: "major" });
    world.at("2026-03-20T02:00:00Z");
    expect(pointsOf(await overturned())).toBe(15);

    const names = { ...of, key: "audit_overturned_report", value: made.number };
    await told({ ...names, subjectId: borrowerId });
    expect(pointsOf(await overturned())).toBe(15);
    const { id } = await told(names);
    expect(pointsOf(await overturned())).toBe(10);
    expect((await overturned()).lines.at(-1)?.proofs).toMatchObject([{ id: made.reportId, on: "2026-03-18" }]);

    await told({ ...names, value: "I-0000-00000", supersedes: id });
    expect(pointsOf(await overturned())).toBe(15);
  });
});

it("a month is closed for good after the policy's months, once, and a sheet says until when it is not", async () => {
  const month = { subjectKind: "score_month", verb: "score.month_closed" };
  const closed = () => closeMonths(systemContext(world.parts));
  await aSubmittedReport(world);
  world.at("2026-04-01T02:00:00Z");
  await closed();
  const view = await scoreOf(await world.as(world.officer), ["me", "last"], "text");
  expect(isRefusal(view) ? view.refused : terminalText(view)).toMatch(/What is corrected by .*3.* still counts/u);

  world.at("2026-06-03T02:00:00Z");
  await closed();
  expect(await world.db.auditEvent.count({ where: month })).toBe(0);
  world.at("2026-06-04T02:00:00Z");
  await closed();
  world.at("2026-07-02T02:00:00Z");
  await closed();
  const rows = await world.db.auditEvent.findMany({ where: month });
  expect(rows.map(({ subjectId }) => subjectId)).toEqual(["2026-03"]);
});
