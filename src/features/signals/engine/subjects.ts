/** Of whom or what a rule of the catalogue is, with everything that is known of it. */
import { isoDate, latestOf } from "../../../domain/dates.ts";
import type { Policy } from "../../../domain/policy/schema.ts";
import type { Observed } from "../../../domain/signals/observed.ts";
import type { SignalSubject } from "../../../domain/signals/rule.ts";
import { runningFacts } from "../../../domain/signals/running.ts";
import type { IsoDate } from "../../../domain/vocabulary.ts";
import { actionsOf, factsOfCollateral, factsOfLoan, lateWorkOf } from "./book-facts.ts";
import type { BorrowerRecord, LoanRow } from "./record-of.ts";

export interface SubjectWithFacts {
  readonly kind: "borrower" | "loan" | "collateral" | "guarantor";
  readonly id: string;
  /** As people name it; a guarantor's name is in full. */
  readonly named: string;
  /** Where it belongs to one loan. */
  readonly loan?: LoanRow;
  /** When it began for us: a loan was paid out, the customer was taken on. */
  readonly since: IsoDate;
  readonly facts: readonly Observed[];
}

/** All subjects of a borrower, by what a rule is `about`. Our own work is looked at customer by customer. */
export function subjectsOf(
  policy: Pick<Policy, "signals">,
  record: BorrowerRecord,
  today: IsoDate,
): Readonly<Record<SignalSubject, readonly SubjectWithFacts[]>> {
  const { row } = record;
  const takenOn = isoDate(row.takeOnOn);
  const borrower = { kind: "borrower", id: row.id, named: row.number, since: takenOn } as const;
  const observed = (kind: string, id: string): readonly Observed[] => {
    const told = record.observed(kind, id);
    return [...told, ...runningFacts(told, today)];
  };
  const told = observed("borrower", row.id);
  return {
    borrower: [{ ...borrower, facts: told }],
    officer: [{ ...borrower, facts: [...told, ...actionsOf(row, today), ...lateWorkOf(record, today)] }],
    loan: row.loans.map((loan) => ({
      kind: "loan",
      id: loan.id,
      named: loan.number,
      loan,
      since: isoDate(loan.disbursedOn),
      facts: [
        ...factsOfLoan(
          loan,
          { changes: record.changed(loan.id), told: record.observed("loan", loan.id) },
          { today, knownSince: row.createdAt },
        ),
        ...observed("loan", loan.id),
      ],
    })),
    collateral: row.loans.flatMap((loan) =>
      loan.collateral.map((piece) => ({
        kind: "collateral" as const,
        id: piece.id,
        named: piece.number,
        loan,
        since: latestOf(takenOn, isoDate(loan.disbursedOn)),
        facts: [
          ...factsOfCollateral(policy, { loan, piece, changes: record.changed(piece.id) }, { today, takenOn }),
          ...observed("collateral", piece.id),
        ],
      })),
    ),
    guarantor: row.loans.flatMap((loan) =>
      loan.guarantors.map(({ id, name }) => ({
        kind: "guarantor" as const,
        id,
        named: name,
        loan,
        since: latestOf(takenOn, isoDate(loan.disbursedOn)),
        facts: observed("guarantor", id),
      })),
    ),
  };
}
