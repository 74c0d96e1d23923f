/** Which signal an unsure one turned out to be, said by whoever verifies it: level and path follow the code. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { pathOf } from "../../domain/signals/path.ts";
import type { SignalRule } from "../../domain/signals/rule.ts";
import { ENDED_SIGNAL_STATES, type SignalLevel, type SignalPath } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { loansOfBorrower, subjectOf, UNSURE } from "./raise.ts";
import type { SignalCase } from "./signal-case.ts";

export interface Naming {
  readonly code: string;
  /** Where the kind is of a loan; any of the customer's where it is not said. */
  readonly loanId: string;
}

export interface Named {
  readonly code: string;
  readonly level: SignalLevel;
  readonly path: SignalPath;
  readonly subject: { readonly kind: string; readonly id: string };
}

/** Codes that a person can choose: of a customer or a loan, not those that the desk raises quietly. */
export function choosableCodes({ policy, language }: Context): { value: string; text: string; rule: SignalRule }[] {
  return Object.entries(policy.policy.signals.catalogue)
    .filter(([, { about, quiet }]) => about !== "officer" && quiet !== true)
    .map(([code, rule]) => ({ value: code, text: `${code} ${rule.title[language]}`, rule }));
}

/** A restricted matter is raised anew: what many have read cannot become known to few. */
export function namingCodes(ctx: Context): { value: string; text: string; rule: SignalRule }[] {
  return choosableCodes(ctx).filter(({ rule }) => rule.restricted_to === undefined);
}

export function isUnnamed({ row }: SignalCase): boolean {
  return row.code === UNSURE;
}

/** Refusals stand at `code` or `loan`. */
export async function namedBy(tx: Context, { row }: SignalCase, naming: Naming): Promise<Named | Refusal> {
  const rule = namingCodes(tx).find(({ value }) => value === naming.code)?.rule;
  if (rule === undefined) {
    return refuse("signal.code_needed", {}, "code");
  }
  const loans = await loansOfBorrower(tx, row.borrowerId);
  if (isRefusal(loans)) {
    return loans;
  }
  const loan = naming.loanId === "" ? loans[0] : loans.find(({ id }) => id === naming.loanId);
  if (loan === undefined) {
    return refuse("signal.no_loan", { number: "" }, naming.loanId === "" ? "code" : "loan");
  }
  const subject = subjectOf(rule, loan);
  const stands = await tx.db.signal.findFirst({
    where: {
      code: naming.code,
      subjectKind: subject.kind,
      subjectId: subject.id,
      state: { notIn: [...ENDED_SIGNAL_STATES] },
    },
    select: { number: true },
  });
  return stands === null
    ? { code: naming.code, level: rule.level, path: pathOf(rule, loan.product), subject }
    : refuse("signal.code_stands", { number: stands.number }, "code");
}
