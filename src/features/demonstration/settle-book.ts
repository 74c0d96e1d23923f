/** Gives the invented borrowers their numbers, dates and histories, so that the rules plan what the desk should show. Pure. */
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { addDays, addMonths, compareDates } from "../../domain/dates.ts";
import type { BorrowerFacts, LoanFacts } from "../../domain/loan.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { InventedBorrower, InventedLoan, WantedState } from "./book.ts";
import type { Chance } from "./random.ts";
import { disbursedBefore, type LastVisits, seasonOf, shortestMonths, visitsBefore, wantedDay } from "./wanted-dates.ts";

export interface SettledBorrower {
  readonly invented: InventedBorrower;
  readonly facts: BorrowerFacts;
  readonly wanted: WantedState;
}

export interface BookRules {
  readonly policy: Policy;
  readonly calendar: BusinessCalendar;
  /** The working day that the demonstration calls today. */
  readonly anchor: IsoDate;
  readonly takeOnOn: IsoDate;
  readonly newRowId: () => string;
}

/** `sequence` counts the book's borrowers from 1, for their numbers. */
export function settleBorrower(
  rules: BookRules,
  invented: InventedBorrower,
  sequence: number,
  chance: Chance,
): SettledBorrower {
  const { policy, calendar, anchor } = rules;
  const bare = bareFacts(rules, invented, sequence, chance);
  const dueOn = wantedDay(calendar, anchor, invented.wanted, shortestMonths(policy, bare), chance);
  const isNew = invented.isNew && invented.loans.length === 1 && isSoon(invented.wanted);
  const disbursedOn = isNew ? disbursedBefore(policy, calendar, bare, dueOn) : undefined;
  const facts =
    disbursedOn === undefined
      ? withHistory(rules, seasoned(rules, bare, dueOn, chance), dueOn, chance)
      : { ...bare, loans: bare.loans.map((loan) => ({ ...loan, disbursedOn, maturesOn: addMonths(disbursedOn, 24) })) };
  return { invented, facts, wanted: invented.wanted };
}

/** A first inspection lies at most a quarter after the disbursement; later than that the borrower is no new one. */
function isSoon(wanted: WantedState): boolean {
  return wanted !== "later";
}

function bareFacts(rules: BookRules, invented: InventedBorrower, sequence: number, chance: Chance): BorrowerFacts {
  const id = rules.newRowId();
  return {
    id,
    number: `KH${100_000 + sequence}`,
    customerType: invented.customerType,
    takeOnOn: rules.takeOnOn,
    loans: invented.loans.map((loan, index) => settleLoan(rules, id, loan, sequence * 10 + index + 1, chance)),
  };
}

/** Paid out before the book was taken on, and running for a while yet. */
function settleLoan(
  rules: BookRules,
  borrowerId: string,
  loan: InventedLoan,
  number: number,
  chance: Chance,
): LoanFacts {
  const disbursedOn = addDays(rules.takeOnOn, -chance.between(5, 600));
  const minor = BigInt(loan.drawn) * 100n;
  return {
    id: rules.newRowId(),
    number: `JK${disbursedOn.slice(0, 4)}${String(number).padStart(6, "0")}`,
    borrowerId,
    product: loan.product,
    phase: loan.phase ?? undefined,
    state: "live",
    disbursedOn,
    maturesOn: maturity(rules.anchor, disbursedOn, loan),
    principal: { minor: (minor * BigInt(chance.between(10, 14))) / 10n, currency: "CNY" },
    drawn: { minor, currency: "CNY" },
    tier: loan.tier,
  };
}

function maturity(anchor: IsoDate, disbursedOn: IsoDate, { product }: InventedLoan): IsoDate {
  const years = product === "mortgage" ? 20 : product === "fixed_asset" ? 8 : 3;
  const end = addMonths(disbursedOn, years * 12);
  return compareDates(end, addDays(anchor, 60)) > 0 ? end : addMonths(anchor, 6);
}

function seasoned({ policy }: BookRules, facts: BorrowerFacts, dueOn: IsoDate, chance: Chance): BorrowerFacts {
  const loans = facts.loans.map((loan) =>
    loan.product === "agricultural_household" ? { ...loan, seasonKey: seasonOf(policy, dueOn, chance) } : loan,
  );
  return { ...facts, loans };
}

function withHistory(rules: BookRules, facts: BorrowerFacts, dueOn: IsoDate, chance: Chance): BorrowerFacts {
  const visits: LastVisits = visitsBefore(rules.policy, rules.calendar, facts, dueOn, chance);
  const { lastVisitOn } = visits;
  // A visit needs a loan that was there: yearly inspections reach back past what was invented.
  const loans = facts.loans.map((loan) =>
    compareDates(loan.disbursedOn, lastVisitOn) < 0 ? loan : { ...loan, disbursedOn: addDays(lastVisitOn, -40) },
  );
  return { ...facts, ...visits, loans, lastInspectedOn: lastVisitOn };
}
