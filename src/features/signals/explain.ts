/** Why a signal of the catalogue fires for a loan, or does not: each trigger, its figures, from where and as of when. Raises nothing. */
import { maskName } from "../../domain/masking.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { type Evaluation, evaluateSignal } from "../../domain/signals/evaluate.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { unitPath } from "../people/index.ts";
import { reportNumber } from "../review-queue/index.ts";
import { recordsOf } from "./engine/record-of.ts";
import { type SubjectWithFacts, subjectsOf } from "./engine/subjects.ts";
import { knowsOf, lineOf } from "./signal-case.ts";

export interface ExplainedSubject {
  readonly kind: SubjectWithFacts["kind"];
  /** As people name it, a person masked. */
  readonly named: string;
  readonly since: IsoDate;
  readonly evaluation: Evaluation;
}

export interface Explained {
  readonly code: string;
  readonly loan: string;
  readonly asOf: IsoDate;
  readonly subjects: readonly ExplainedSubject[];
  /** Of the reports that told a figure, by id. */
  readonly reports: ReadonlyMap<string, string>;
}

/**
 * As of today where the account is kept. `reader`: who is named as its reader, where somebody is. A code that is known to few is
 * explained to those alone, and not where one stands that names them or their line; the refusal is the same whatever the facts are.
 * Refused for a code that the policy does not have, or a loan that is not live.
 */
export async function explainSignal(
  ctx: Context,
  { code, number, reader }: { readonly code: string; readonly number: string; readonly reader?: Context | undefined },
): Promise<Explained | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) return refused;
  const { policy } = ctx.policy;
  const rule = policy.signals.catalogue[code];
  if (rule === undefined) return refuse("signal.no_code", { code });
  const loan = await ctx.db.loan.findUnique({ where: { number }, select: { id: true, borrowerId: true, state: true } });
  if (rule.restricted_to !== undefined && !(await mayKnow(reader, code, loan?.borrowerId ?? ""))) {
    return refuse("signal.for_few", { code });
  }
  const [record] = loan === null ? [] : await recordsOf(ctx, [loan.borrowerId]);
  if (loan === null || record === undefined || !record.row.loans.some(({ id }) => id === loan.id)) {
    return refuse(loan === null ? "signal.no_loan" : "signal.loan_ended", { number });
  }
  const asOf = localDate(ctx.now, record.row.unit.timeZone);
  const subjects = subjectsOf(policy, record, asOf)
    [rule.about].filter((subject) => subject.loan === undefined || subject.loan.id === loan.id)
    .map(({ kind, named, since, facts }) => ({
      kind,
      named: kind === "guarantor" ? maskName(named) : named,
      since,
      evaluation: evaluateSignal(code, rule, facts, { asOf, since }),
    }));
  return { code, loan: number, asOf, subjects, reports: await reportNumbers(ctx, subjects) };
}

async function mayKnow(reader: Context | undefined, code: string, borrowerId: string): Promise<boolean> {
  if (reader === undefined || !knowsOf(reader, code)) return false;
  const borrower = await reader.db.borrower.findUnique({ where: { id: borrowerId }, select: { unitId: true } });
  const path = borrower === null ? [] : await unitPath(reader.db, borrower.unitId);
  if (authorize(reader, "see_restricted_signal", { unitPath: path }) !== undefined) return false;
  const named = await reader.db.signalNamed.findMany({ where: { signal: { borrowerId, isRestricted: true } } });
  return !(await lineOf(reader, named)).includes(reader.actor.personId);
}

async function reportNumbers({ db }: Context, subjects: readonly ExplainedSubject[]): Promise<Map<string, string>> {
  const used = subjects.flatMap(({ evaluation }) => evaluation.triggers.flatMap((judged) => judged.used));
  const ids = used.filter(({ source }) => source === "report").map(({ reference }) => reference);
  const reports = await byId(ids, (some) =>
    db.report.findMany({
      where: { id: { in: some } },
      select: { id: true, revision: true, inspection: { select: { number: true } } },
    }),
  );
  return new Map([...reports].map(([id, { inspection, revision }]) => [id, reportNumber(inspection.number, revision)]));
}
