/** The checks of a batch as they stand now: what is known of each customer, and who is singled out and why (R70, R138, R139). */
import { createHash } from "node:crypto";
import { type BatchException, exceptionsOf, isCandidate } from "../../domain/batch/index.ts";
import { canonicalText } from "../../domain/check/canonical-text.ts";
import { checkForm } from "../../domain/check/check-form.ts";
import type { Circumstances } from "../../domain/check/circumstances.ts";
import { withDerived } from "../../domain/check/derive.ts";
import { highestLevel } from "../../domain/check/out-of-range.ts";
import type { Answers, CheckFacts, CheckForm } from "../../domain/check/types.ts";
import { addDays, compareDates, isoDate } from "../../domain/dates.ts";
import type { Warning } from "../../domain/templates/asking.ts";
import {
  CUSTOMER_TYPES,
  INSPECTION_KINDS,
  INSPECTION_STATES,
  type IsoDate,
  PRODUCTS,
  RISK_TIERS,
  VISIT_MODES,
  type Zone,
} from "../../domain/vocabulary.ts";
import { localDate, momentFromIso } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import {
  answersOfReport,
  checkSubject,
  circumstancesOf,
  findInspections,
  gateFactsOf,
  type InspectionRecord,
  openWarnings,
  parsedAnswers,
  subjectOf,
} from "../inspections/index.ts";
import { soonDaysOf } from "../morning/index.ts";
import { zonesOf } from "../standing-zones/index.ts";
import { type CustomerHistory, historiesOf, watchedFact } from "./history.ts";
import { paymentsOf } from "./payments.ts";

export interface BatchItem {
  readonly inspection: InspectionRecord;
  /** What an officer is held to: of a returned report, the day of its correction. */
  readonly dueOn: IsoDate;
  readonly circumstances: Circumstances;
  readonly form: CheckForm;
  /** What the record knows, as answers. */
  readonly known: Answers;
  readonly facts: CheckFacts;
  /** Of everything that is shown of the customer: a tick holds for this and nothing else. */
  readonly hash: string;
  /** Empty: it is in the batch. */
  readonly exceptions: readonly BatchException[];
}

/** More than anybody can look at in one morning; beyond it the next batch begins. */
const MOST_LOOKED_AT = 200;

/** What is on the actor's desk, theirs and of whom they stand in for, the earliest due first. */
export async function batchItemsOf(ctx: Context): Promise<BatchItem[]> {
  const inspections: InspectionRecord[] = [];
  for (const inspection of await findCandidates(ctx)) {
    const isMine = authorize(ctx, "start_check", await subjectOf(ctx.db, inspection)) === undefined;
    if (isMine && isFit(ctx, inspection)) inspections.push(inspection);
  }
  const histories = await historiesOf(ctx, inspections);
  const begun = await begunSingly(ctx, inspections);
  const warnings = new Map<string, readonly Warning[]>();
  const zones = await zonesOf(
    ctx,
    inspections.map(({ borrowerId }) => borrowerId),
  );
  for (const one of inspections) {
    warnings.set(one.id, await openWarnings(ctx, one, localDate(ctx.now, one.borrower.unit.timeZone)));
  }
  return inspections
    .flatMap((inspection) => {
      const history = histories.get(inspection.borrowerId);
      const known = {
        hasDraft: begun.has(inspection.id),
        warnings: warnings.get(inspection.id) ?? [],
        zone: zones.get(inspection.borrowerId)?.zone ?? "z1",
      };
      return history === undefined ? [] : [toItem(ctx, inspection, history, known)];
    })
    .toSorted((a, b) => compareDates(a.dueOn, b.dueOn) || (a.inspection.id < b.inspection.id ? -1 : 1));
}

async function findCandidates(ctx: Context): Promise<InspectionRecord[]> {
  const rules = ctx.policy.policy.off_site_batch;
  const until = addDays(localDate(ctx.now, ctx.actor.timeZone), soonDaysOf(ctx));
  const products = PRODUCTS.filter((product) => rules.products[product] !== undefined);
  const rows = await ctx.db.inspection.findMany({
    where: {
      assigneeId: { in: [ctx.actor.personId, ...ctx.actor.standsInFor] },
      kind: { in: rules.kinds },
      mode: "off_site",
      OR: [{ state: { in: ["planned", "started"] }, dueOn: { lte: until } }, { state: "returned" }],
      borrower: {
        customerType: { in: rules.customer_types },
        loans: { some: { state: "live", product: { in: products } } },
      },
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: MOST_LOOKED_AT,
    select: { id: true },
  });
  return findInspections(
    ctx.db,
    rows.map(({ id }) => id),
  );
}

function isFit(ctx: Context, { kind, mode, state, borrower }: InspectionRecord): boolean {
  return isCandidate(ctx.policy.policy.off_site_batch, {
    kind: oneOf(INSPECTION_KINDS, kind),
    mode: oneOf(VISIT_MODES, mode),
    state: oneOf(INSPECTION_STATES, state),
    customerType: oneOf(CUSTOMER_TYPES, borrower.customerType),
    products: borrower.loans.map(({ product }) => oneOf(PRODUCTS, product)),
  });
}

async function begunSingly(ctx: Context, inspections: readonly InspectionRecord[]): Promise<Set<string>> {
  const drafts = await ctx.db.draft.findMany({
    where: { inspectionId: { in: inspections.map(({ id }) => id) }, closedAt: null },
    select: { inspectionId: true },
  });
  return new Set(drafts.map(({ inspectionId }) => inspectionId));
}

interface Standing {
  readonly hasDraft: boolean;
  readonly warnings: readonly Warning[];
  readonly zone: Zone;
}

function toItem(
  ctx: Context,
  inspection: InspectionRecord,
  history: CustomerHistory,
  { hasDraft, warnings, zone }: Standing,
): BatchItem {
  const { policy } = ctx.policy;
  const { borrower } = inspection;
  const today = localDate(ctx.now, borrower.unit.timeZone);
  const lastCheckAt = lastCheckOf(inspection, history);
  const payments = borrower.loans.map((loan) => {
    const currency = policy.exposure_bands.currency;
    const seen = {
      today,
      now: ctx.now,
      knownFrom: borrower.createdAt,
      lastCheckAt,
      currency,
      changes: history.changes,
    };
    return [`loan:${loan.id}`, paymentsOf(loan, seen)] as const;
  });
  const { last = null, batchesSince: batches, measures } = history;
  const stands = circumstancesOf(policy, inspection, { last, batches, measures, warnings, today, zone });
  const facts = { ...stands.facts };
  for (const [subject, paid] of payments) facts[subject] = { ...facts[subject], ...paid.facts };
  const circumstances: Circumstances = { ...stands, batch: true, facts };
  const form = checkForm(policy.templates, checkSubject(inspection, "off_site", circumstances, {}));
  const checkFacts: CheckFacts = {
    today,
    gate: gateFactsOf(policy, inspection),
    ...(last === null ? {} : { last: answersOfReport(last.answers) }),
  };
  const known = withDerived(form, parsedAnswers(form, {}, today), checkFacts.last);
  const since = lastCheckAt ?? borrower.createdAt;
  const changed = history.changes
    .filter(({ recordedAt }) => recordedAt > since)
    .flatMap((one) => watchedFact(one) ?? []);
  const exceptions = exceptionsOf(policy, {
    state: oneOf(INSPECTION_STATES, inspection.state),
    hasDraft,
    loans: borrower.loans.map((loan) => ({
      product: oneOf(PRODUCTS, loan.product),
      tier: oneOf(RISK_TIERS, loan.tier),
      drawn: { minor: loan.drawnMinor, currency: loan.currency },
      pastDueSince: loan.pastDueSince === null ? undefined : isoDate(loan.pastDueSince),
    })),
    today,
    open: stands.open,
    changed: [...new Set(changed)],
    drawnMore: payments.some(([, { drawnMore }]) => drawnMore),
    batchesRunning: batches,
    isOutOfRange: highestLevel(form, known, checkFacts) !== undefined,
  });
  const dueOn = isoDate(inspection.returnedDueOn ?? inspection.dueOn);
  return { inspection, dueOn, circumstances, form, known, facts: checkFacts, hash: hashOf(known), exceptions };
}

/** The last report here, or the visit that the lender's file told. */
function lastCheckOf({ borrower }: InspectionRecord, { lastSubmittedAt }: CustomerHistory): Date | undefined {
  const told = borrower.lastVisitOn ?? borrower.lastInspectedOn;
  return lastSubmittedAt ?? (told === null ? undefined : momentFromIso(`${told}T00:00:00Z`).toJSDate());
}

/** A tick of yesterday holds as long as what was shown is still so. */
function hashOf(known: Answers): string {
  const text = canonicalText(Object.fromEntries(Object.entries(known).map(([key, answer]) => [key, { ...answer }])));
  return createHash("sha256").update(text).digest("hex");
}
