import { type BusinessCalendar, lastWorkingDayWithin } from "../calendar/business-calendar.ts";
import { addDays, compareDates } from "../dates.ts";
import type { BorrowerFacts, LoanFacts } from "../loan.ts";
import { rowsOf } from "../policy/inspections.ts";
import type { Policy } from "../policy/schema.ts";
import { markOf, type PlannedInspection, part, rolledPart } from "./planned-inspection.ts";

/**
 * The fund-use inspection of one disbursement: within so many calendar days, back to a working day (handbook 2.3, R42).
 * Nothing for a loan disbursed before the take-on date, one that is not live, or a product without a first inspection.
 */
export function planFirst(
  policy: Policy,
  calendar: BusinessCalendar,
  borrower: BorrowerFacts,
  loan: LoanFacts,
): PlannedInspection | undefined {
  const section = rowsOf(policy.inspections, loan.product, loan.phase);
  const rule = section?.rows.first;
  if (section === undefined || rule === undefined) return undefined;
  if (loan.state !== "live" || compareDates(loan.disbursedOn, borrower.takeOnOn) < 0) return undefined;
  const endsOn = addDays(loan.disbursedOn, rule.days);
  const due = lastWorkingDayWithin(calendar, loan.disbursedOn, endsOn);
  return {
    borrowerId: borrower.id,
    ...{ kind: "first", occasion: "disbursement", mode: rule.mode },
    dueOn: due.date,
    provisional: due.provisional,
    policyLine: `${section.path}.first`,
    ...markOf({ source: rule.source ?? section.rows.source, needs_legal_review: rule.needs_legal_review }),
    because: [
      part("disbursed", { loan: loan.number, disbursedOn: loan.disbursedOn, product: loan.product, days: rule.days }),
      ...rolledPart(endsOn, due),
    ],
    loanIds: [loan.id],
  };
}
