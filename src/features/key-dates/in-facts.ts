/** Key dates that no table holds: how many days were left on a day, as a file or another system told it. */

import { addDays, compareDates, isoDate } from "../../domain/dates.ts";
import { daysBefore } from "../../domain/key-dates/index.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import { factsOf, type Observed } from "../../domain/signals/observed.ts";
import type { IsoDate, KeyDateKind } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { borrowersOf } from "./borrowers.ts";
import type { FoundDate } from "./found.ts";

interface Told {
  readonly kind: KeyDateKind;
  /** The subject is named by its own number; else by what the source calls the paper, the covenant, the condition. */
  readonly named: boolean;
  readonly daysLeft: string;
  /** A fact of this key puts the one of the same name right. */
  readonly done?: string;
}

const TOLD: readonly Told[] = [
  { kind: "rating", named: true, daysLeft: "rating_days_left" },
  { kind: "insurance", named: true, daysLeft: "insurance_days_left" },
  { kind: "permit", named: false, daysLeft: "permit_days_left" },
  { kind: "covenant", named: false, daysLeft: "covenant_days_left", done: "covenant_kept" },
  {
    kind: "approval_condition",
    named: false,
    daysLeft: "approval_condition_days_left",
    done: "approval_condition_met",
  },
];
const SUBJECTS = ["borrower", "loan", "collateral"] as const;
type SubjectKind = (typeof SUBJECTS)[number];

export async function datesInFacts(ctx: Context): Promise<FoundDate[]> {
  const rows = await ctx.db.observation.findMany({
    where: {
      subjectKind: { in: [...SUBJECTS] },
      key: { in: TOLD.flatMap(({ daysLeft, done }) => (done === undefined ? [daysLeft] : [daysLeft, done])) },
    },
  });
  const subjects = await subjectsOf(ctx, rows);
  const bySubject = new Map<string, Observed[]>();
  for (const row of rows) {
    const fact = { ...row, asOf: isoDate(row.asOf), recordedAt: row.recordedAt.toISOString() };
    addTo(bySubject, row.subjectId, fact);
  }
  return [...bySubject].flatMap(([id, facts]) => {
    const subject = subjects.get(id);
    return subject === undefined ? [] : TOLD.flatMap((told) => datesOf(ctx, told, subject, facts));
  });
}

interface Subject
  extends Pick<
    FoundDate,
    "borrowerId" | "unitId" | "subjectKind" | "subjectId" | "amount" | "tier" | "today" | "reference"
  > {
  /** When the book last said until when it is insured. */
  readonly insuredAsOf?: IsoDate;
}

/** One date for each name: the last word on it, unless it was put right since. */
function datesOf(ctx: Context, told: Told, subject: Subject, facts: readonly Observed[]): FoundDate[] {
  const before = daysBefore(ctx.policy.policy, told.kind);
  if (before.length === 0) return [];
  const reading = { asOf: subject.today, reads: "confirmed" as const };
  const last = new Map<string, { on: IsoDate; asOf: IsoDate }>();
  for (const { value, asOf, reference } of factsOf(facts, told.daysLeft, reading)) {
    const on = addDays(asOf, Math.trunc(Number(value)));
    last.set(told.named ? subject.reference : reference, { on, asOf });
  }
  const done = told.done === undefined ? [] : factsOf(facts, told.done, reading);
  for (const { reference, asOf, value } of done) {
    const known = last.get(reference);
    if (value === "true" && known !== undefined && compareDates(known.asOf, asOf) <= 0) last.delete(reference);
  }
  const { insuredAsOf, ...of } = subject;
  const isOlder = (asOf: IsoDate) =>
    told.kind === "insurance" && insuredAsOf !== undefined && compareDates(asOf, insuredAsOf) <= 0;
  const newest = [...last].filter(([, { asOf }]) => !isOlder(asOf));
  return newest.map(([reference, { on, asOf }]) => ({
    ...of,
    kind: told.kind,
    reference,
    dueOn: on,
    asOf,
    before,
  }));
}

interface Row {
  readonly subjectKind: string;
  readonly subjectId: string;
}

/** By id: whose it is. Of what is no live loan's any more nothing is told. */
async function subjectsOf(ctx: Context, rows: readonly Row[]): Promise<Map<string, Subject>> {
  const idsOf = (kind: SubjectKind) =>
    rows.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
  const pieces = await byId(idsOf("collateral"), (some) =>
    ctx.db.collateral.findMany({
      where: { id: { in: some } },
      select: { id: true, number: true, loanId: true, insuredTo: true, asOf: true },
    }),
  );
  const loans = await byId([...idsOf("loan"), ...[...pieces.values()].map(({ loanId }) => loanId)], (some) =>
    ctx.db.loan.findMany({
      where: { id: { in: some }, state: "live" },
      select: { id: true, number: true, borrowerId: true },
    }),
  );
  const owners = await borrowersOf(ctx, [
    ...idsOf("borrower"),
    ...[...loans.values()].map(({ borrowerId }) => borrowerId),
  ]);
  const subjects = new Map<string, Subject>();
  const put = (kind: SubjectKind, id: string, reference: string, borrowerId: string, insuredAsOf?: IsoDate) => {
    const owner = owners.get(borrowerId);
    if (owner === undefined) return;
    const { unitId, drawn: amount, tier, today } = owner;
    const subject = { borrowerId, unitId, subjectKind: kind, subjectId: id, amount, tier, today, reference };
    subjects.set(id, insuredAsOf === undefined ? subject : { ...subject, insuredAsOf });
  };
  for (const id of idsOf("borrower")) put("borrower", id, owners.get(id)?.number ?? "", id);
  for (const { id, number, borrowerId } of loans.values()) put("loan", id, number, borrowerId);
  for (const { id, number, loanId, insuredTo, asOf } of pieces.values()) {
    const loan = loans.get(loanId);
    const inBook = insuredTo === null ? undefined : isoDate(asOf);
    if (loan !== undefined) put("collateral", id, number, loan.borrowerId, inBook);
  }
  return subjects;
}
