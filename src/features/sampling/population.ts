/** What a month's re-checks are drawn from: the unit's inspections that passed in it, each with what decides. */
import { z } from "zod";
import { isoDate } from "../../domain/dates.ts";
import { RECHECK } from "../../domain/inspection.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import type { Passed } from "../../domain/sampling/draw.ts";
import { localDate, momentAt, momentFromDate } from "../../platform/clock.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { storedCircumstances } from "../inspections/index.ts";
import { unseenAfterSimplifiedSurvey } from "./simplified-survey.ts";

export interface Month {
  readonly unitId: string;
  /** YYYY-MM, of the unit's own dates. */
  readonly period: string;
  readonly timeZone: string;
  /** Facts as they were known then; as they are known now where none is named. */
  readonly knownAt?: Date;
}

/** An inspection of the population, with what the draw itself need not know. */
export interface PassedInspection extends Passed {
  readonly id: string;
  readonly borrowerId: string;
  readonly reviewerId: string | undefined;
}

/** A short note is no inspection, and a re-check is not checked again. */
const PASSED = {
  state: "approved",
  kind: { in: ["first", "routine", "special"] },
  NOT: { occasion: RECHECK },
};

/** What a later correction says changes nothing. */
const FIRST_PASSED = {
  where: { state: { in: ["approved", "superseded"] } },
  orderBy: { revision: "asc" as const },
  take: 1,
};

/** Units with an inspection that passed in these days, the days widened by one for every time zone. */
export async function unitsWithPassed(db: Tx, period: string): Promise<string[]> {
  const rows = await db.inspection.groupBy({
    by: ["unitId"],
    where: { ...PASSED, closedAt: within(period, "Etc/UTC", 1) },
  });
  return rows.map(({ unitId }) => unitId);
}

/** By number. What a later correction says changes nothing: the report that passed in the month counts. */
export async function populationOf(db: Tx, policy: Policy, month: Month): Promise<PassedInspection[]> {
  const closedAt = within(month.period, month.timeZone, 0);
  const rows = await db.inspection.findMany({
    where: { ...PASSED, unitId: month.unitId, closedAt },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      borrowerId: true,
      closedAt: true,
      loans: { select: { loan: { select: { id: true, surveySimplified: true } } } },
      reports: {
        ...FIRST_PASSED,
        select: {
          submittedById: true,
          circumstances: true,
          findings: { where: { rule: "copied" }, select: { detail: true } },
          review: { select: { reviewerId: true } },
        },
      },
    },
  });
  const seenOnSite = await seenOnSiteIn(db, month.unitId, closedAt);
  const unseen = await unseenAfterSimplifiedSurvey(db, rows, { seenOnSite, knownAt: month.knownAt });
  const entries = await Promise.all(
    rows.flatMap(({ reports: [report], closedAt, ...inspection }) =>
      report === undefined || closedAt === null ? [] : [entryOf(db, policy, { ...inspection, report, closedAt })],
    ),
  );
  return entries.map((entry) => (unseen.has(entry.number) ? { ...entry, unseenAfterSimplifiedSurvey: true } : entry));
}

/** Borrowers at whose place somebody was, a re-check too, by what passed in these days. */
async function seenOnSiteIn(db: Tx, unitId: string, closedAt: { gte: Date; lt: Date }): Promise<Set<string>> {
  const rows = await db.inspection.findMany({
    where: { state: "approved", unitId, closedAt },
    select: { borrowerId: true, reports: { ...FIRST_PASSED, select: { mode: true } } },
  });
  return new Set(
    rows.flatMap(({ borrowerId, reports }) => (reports.some(({ mode }) => mode !== "off_site") ? [borrowerId] : [])),
  );
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly borrowerId: string;
  readonly closedAt: Date;
  readonly report: {
    readonly submittedById: string;
    readonly circumstances: string | null;
    readonly findings: readonly { readonly detail: string }[];
    readonly review: { readonly reviewerId: string } | null;
  };
}

async function entryOf(db: Tx, { sampling }: Policy, row: Row): Promise<PassedInspection> {
  const { id, number, borrowerId, report } = row;
  const always =
    sampling.always_first_zone_2_entry && (await entersZone2(db, row))
      ? ("first_zone_2_entry" as const)
      : similarityOf(report.findings) >= sampling.similarity_at_least
        ? ("similar" as const)
        : undefined;
  const known = { id, number, borrowerId, officer: report.submittedById, reviewerId: report.review?.reviewerId };
  return always === undefined ? known : { ...known, always };
}

const copied = z.object({ percent: z.number() });

/** Of 1. */
function similarityOf(findings: readonly { readonly detail: string }[]): number {
  const shares = findings.map(({ detail }) => copied.safeParse(JSON.parse(detail)).data?.percent ?? 0);
  return Math.max(0, ...shares) / 100;
}

/** Found in zone 2, and no inspection that passed before found the customer there. */
async function entersZone2(db: Tx, { id, borrowerId, closedAt, report }: Row): Promise<boolean> {
  if (zoneOf(report.circumstances) !== "z2") {
    return false;
  }
  const before = await db.report.findMany({
    where: {
      state: { in: ["approved", "superseded"] },
      circumstances: { not: null },
      inspection: { borrowerId, closedAt: { lt: closedAt }, NOT: { id } },
    },
    select: { circumstances: true },
  });
  return before.every(({ circumstances }) => zoneOf(circumstances) !== "z2");
}

function zoneOf(circumstances: string | null) {
  return storedCircumstances({ circumstances })?.zone;
}

function within(period: string, timeZone: string, widenedByDays: number) {
  const first = momentAt(isoDate(`${period}-01`), "00:00", timeZone);
  return {
    gte: first.minus({ days: widenedByDays }).toJSDate(),
    lt: first.plus({ months: 1 }).plus({ days: widenedByDays }).toJSDate(),
  };
}

/** The month before the one that a moment falls in, on the unit's own dates. */
export function monthBefore(at: Date, timeZone: string): string {
  const today = localDate(momentFromDate(at), timeZone);
  return momentAt(isoDate(`${today.slice(0, 7)}-01`), "12:00", timeZone)
    .minus({ days: 1 })
    .toISODate()
    .slice(0, 7);
}
