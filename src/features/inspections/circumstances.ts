/** What is known of a borrower when a check begins: it decides what is asked, and is kept with the draft. */
import { answerKey } from "../../domain/check/answer-key.ts";
import { type Circumstances, circumstancesSchema } from "../../domain/check/circumstances.ts";
import { decimal, decimalText } from "../../domain/check/decimal.ts";
import { severityRank } from "../../domain/check/out-of-range.ts";
import type { Answers } from "../../domain/check/types.ts";
import { monthOf } from "../../domain/dates.ts";
import { exposure } from "../../domain/planning/index.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import type { OpenMatter, Warning } from "../../domain/templates/asking.ts";
import { MARK_LEVELS } from "../../domain/templates/condition.ts";
import { type IsoDate, RISK_TIERS, type Zone } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf, oneOfOrNone } from "../../platform/stored-word.ts";
import { limitsPassedBy } from "../limits/index.ts";
import { zoneOfBorrower } from "../standing-zones/index.ts";
import { answersOfReport } from "./answers.ts";
import { openWarnings } from "./open-warnings.ts";
import { recordFacts } from "./record-facts.ts";
import { batchesSince, type InspectionRecord, lastReportBefore, type PastReportRecord } from "./store.ts";

/** The question whether they are met, and the answer that settles it. */
const CONDITIONS = "conditions_kept";
const CONDITIONS_MET = "met";

/** As things stand now, under the policy in force. */
export async function circumstancesNow(ctx: Context, inspection: InspectionRecord): Promise<Circumstances> {
  const today = localDate(ctx.now, inspection.borrower.unit.timeZone);
  const last = await lastReportBefore(ctx.db, inspection);
  const measures = await ctx.db.case.count({
    where: { borrowerId: inspection.borrowerId, kind: "measure", state: { in: ["open", "reported"] } },
  });
  const warnings = await openWarnings(ctx, inspection, today);
  const batches = await batchesSince(ctx.db, inspection, last?.submittedAt);
  const zone = (await zoneOfBorrower(ctx, inspection.borrowerId))?.zone ?? "z1";
  return circumstancesOf(ctx.policy.policy, inspection, { last, batches, measures, warnings, today, zone });
}

export interface Known {
  readonly last: PastReportRecord | null;
  /** Checks in a batch since then: what rotates was asked in none of them. */
  readonly batches: number;
  /** Not closed yet. */
  readonly measures: number;
  readonly warnings: readonly Warning[];
  readonly today: IsoDate;
  /** In which the customer stands: by the rules, or set by people. */
  readonly zone: Zone;
}

/** What was stored with a draft or a report; undefined for those of an earlier release. */
export function storedCircumstances({ circumstances }: { circumstances: string | null }): Circumstances | undefined {
  return circumstances === null ? undefined : circumstancesSchema.parse(JSON.parse(circumstances));
}

export function circumstancesOf(policy: Policy, { kind, borrower }: InspectionRecord, known: Known): Circumstances {
  const { last, today, zone } = known;
  const loans = borrower.loans.map((loan) => ({ ...loan, tier: oneOf(RISK_TIERS, loan.tier) }));
  const tier = RISK_TIERS.findLast((one) => loans.some((loan) => loan.tier === one)) ?? "normal";
  const { amount, unknownCurrencies } = exposure(
    policy,
    loans.map(({ drawnMinor, currency }) => ({ drawn: { minor: drawnMinor, currency } })),
  );
  const drawn = { digits: amount.minor, scale: 2 };
  const conditions = conditionsOf(borrower.loans, last);
  const isOverLimit = limitsPassedBy(policy, borrower).length > 0;
  const open: OpenMatter[] = [
    ...openMatters(loans, known, conditions),
    ...(isOverLimit ? (["over_limit"] as const) : []),
  ];
  const { light, rotating_per_check: rotatingPerCheck } = policy.form;
  const kinds: readonly string[] = light.kinds;
  return {
    tier,
    zone,
    exposure: decimalText(drawn) ?? "0",
    inSeason: loans.some((loan) => isInSeason(policy, loan.seasonKey, today)),
    open,
    warnings: [...known.warnings],
    conditions,
    light:
      kinds.includes(kind) &&
      light.zones.includes(zone) &&
      // What cannot be converted may be large.
      unknownCurrencies.length === 0 &&
      amount.minor <= BigInt(light.exposure_up_to) * 100n &&
      // What the approval asked for is one question more, and no reason to ask everything.
      open.every((matter) => matter === "approval_conditions"),
    rotatingPerCheck,
    unaskedFor: waitedFor(last, known.batches),
    facts: recordFacts(policy, borrower.loans),
    carried: carriedAnswers(policy, last),
  };
}

function waitedFor(last: PastReportRecord | null, batches: number): Record<string, number> {
  const counted: Record<string, number> = last?.unaskedAfter ? JSON.parse(last.unaskedAfter) : {};
  return Object.fromEntries(Object.entries(counted).map(([key, checks]) => [key, checks + batches]));
}

/** What the last report said where the policy takes it for known. */
function carriedAnswers({ templates }: Policy, last: PastReportRecord | null): Record<string, string> {
  const items = templates.flatMap(({ blocks }) => blocks.flatMap((block) => block.items));
  const keys = new Set(items.filter(({ known }) => known === "last_report").map(({ key }) => key));
  const answers = (last?.answers ?? []).filter(({ itemKey, groupIndex }) => groupIndex === 0 && keys.has(itemKey));
  return Object.fromEntries(answers.map(({ subject, itemKey, value }) => [answerKey(subject, itemKey), value]));
}

function isInSeason({ inspections }: Policy, seasonKey: string | null, today: IsoDate): boolean {
  return inspections.seasons[seasonKey ?? ""]?.visit_months.includes(monthOf(today)) ?? false;
}

function openMatters(
  loans: readonly { readonly pastDueSince: string | null }[],
  { last, measures, warnings, today }: Known,
  conditions: Readonly<Record<string, string>>,
): OpenMatter[] {
  const overdue = loans.some(({ pastDueSince }) => pastDueSince !== null && pastDueSince <= today);
  const level = last === null ? undefined : oneOfOrNone(MARK_LEVELS, last.level);
  const answers = last === null ? {} : answersOfReport(last.answers);
  const matters: [OpenMatter, boolean][] = [
    ["overdue", overdue],
    ["out_of_range", severityRank(level) <= severityRank("orange")],
    ["measures", measures > 0],
    ["fixes", fixesLeft(answers)],
    ["signals", warnings.length > 0],
    ["approval_conditions", Object.keys(conditions).length > 0],
  ];
  return matters.flatMap(([matter, isOpen]) => (isOpen ? [matter] : []));
}

/** Carried into every check until a report says that they are met (R64). */
function conditionsOf(loans: InspectionRecord["borrower"]["loans"], last: PastReportRecord | null) {
  const met = (last?.answers ?? []).filter(({ itemKey, value }) => itemKey === CONDITIONS && value === CONDITIONS_MET);
  const settled = new Set(met.map(({ subject }) => subject));
  return Object.fromEntries(
    loans.flatMap(({ id, approvalConditions }) =>
      approvalConditions === null || settled.has(`loan:${id}`) ? [] : [[`loan:${id}`, approvalConditions] as const],
    ),
  );
}

function fixesLeft(answers: Answers): boolean {
  const numberAt = (key: string) => {
    const value = answers[answerKey("borrower", key)]?.value;
    return typeof value === "string" ? decimal(value) : undefined;
  };
  const [done, total] = [numberAt("previous_fixes_done"), numberAt("previous_fixes_total")];
  return done !== undefined && total !== undefined && done.digits < total.digits;
}
