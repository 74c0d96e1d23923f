import { addWorkingDays, type BusinessCalendar } from "../calendar/business-calendar.ts";
import { daysBetween } from "../dates.ts";
import { type BorrowerFacts, type LoanFacts, pursuedLoans } from "../loan.ts";
import { rowsOf, type SpecialTrigger } from "../policy/inspections.ts";
import type { Marked } from "../policy/marks.ts";
import type { Policy } from "../policy/schema.ts";
import type { IsoDate, VisitMode } from "../vocabulary.ts";
import { markOf, type PlannedInspection, part } from "./planned-inspection.ts";

export interface Trigger {
  readonly code: SpecialTrigger | "re_inspection" | "recheck";
  /** The day the reason was known; the reaction clock runs from here. */
  readonly knownOn: IsoDate;
  /** The loans it concerns; all pursued ones where it names none. */
  readonly loanIds?: readonly string[] | undefined;
}

/**
 * A special inspection: a reaction clock in working days from the day the reason was known, so never on a rest day
 * (handbook 2.3). Overdue consumer loans and mortgages ask for a contact note instead.
 */
export function planSpecial(
  policy: Policy,
  calendar: BusinessCalendar,
  borrower: BorrowerFacts,
  trigger: Trigger,
): PlannedInspection {
  const clock = contactClock(policy, borrower, trigger) ?? specialClock(policy, trigger);
  const { kind, occasion, mode, workingDays, policyLine, rule } = clock;
  const due = addWorkingDays(calendar, trigger.knownOn, workingDays);
  return {
    borrowerId: borrower.id,
    ...{ kind, occasion, mode },
    dueOn: due.date,
    provisional: due.provisional,
    policyLine,
    ...markOf(rule),
    because: [part(trigger.code, { knownOn: trigger.knownOn, workingDays })],
    loanIds: kind === "contact_note" ? concerned(borrower, trigger).map(idOf) : pursuedLoans(borrower).map(idOf),
  };
}

/** The loans that are overdue for longer than the policy bears, on `today`; a trigger where there is one. */
export function overdueTrigger(policy: Policy, borrower: BorrowerFacts, today: IsoDate): Trigger | undefined {
  const { after_days: days } = policy.inspections.special.triggers.overdue_not_cured;
  const overdue = pursuedLoans(borrower).filter(
    ({ pastDueSince }) => pastDueSince !== undefined && daysBetween(pastDueSince, today) > days,
  );
  if (overdue.length === 0) return undefined;
  return { code: "overdue_not_cured", knownOn: today, loanIds: overdue.map(idOf) };
}

interface Clock {
  readonly kind: "special" | "contact_note";
  readonly occasion: string;
  readonly mode: VisitMode;
  readonly workingDays: number;
  readonly policyLine: string;
  readonly rule: Marked;
}

function specialClock(policy: Policy, { code }: Trigger): Clock {
  const { special } = policy.inspections;
  if (code === "re_inspection") {
    const { re_inspect_working_days: workingDays } = policy.review;
    const policyLine = "review.re_inspect_working_days";
    return { kind: "special", occasion: code, mode: "on_site", workingDays, policyLine, rule: policy.review };
  }
  if (code === "recheck") {
    const { on_site_recheck: rule } = policy.sampling;
    const policyLine = "sampling.on_site_recheck";
    return {
      kind: "special",
      occasion: code,
      mode: "on_site",
      workingDays: special.due_working_days.yellow,
      policyLine,
      rule,
    };
  }
  const rule = special.triggers[code];
  const workingDays = special.due_working_days[rule.due];
  const policyLine = `inspections.special.triggers.${code}`;
  return { kind: "special", occasion: code, mode: rule.mode, workingDays, policyLine, rule };
}

/** Only where every loan that is overdue has such a rule; the shortest of their clocks. */
function contactClock(policy: Policy, borrower: BorrowerFacts, trigger: Trigger): Clock | undefined {
  if (trigger.code !== "overdue_not_cured") return undefined;
  const loans = concerned(borrower, trigger);
  const clocks = loans.flatMap((loan): Clock[] => {
    const section = rowsOf(policy.inspections, loan.product, loan.phase);
    const rule = section?.rows.overdue;
    if (section === undefined || rule === undefined) return [];
    const { within_working_days: workingDays } = rule.contact_note;
    const policyLine = `${section.path}.overdue`;
    return [{ kind: "contact_note", occasion: "overdue", mode: "off_site", workingDays, policyLine, rule }];
  });
  if (clocks.length < loans.length) return undefined;
  return clocks.sort((a, b) => a.workingDays - b.workingDays)[0];
}

function concerned(borrower: BorrowerFacts, { loanIds }: Trigger): LoanFacts[] {
  return pursuedLoans(borrower).filter((loan) => loanIds === undefined || loanIds.includes(loan.id));
}

function idOf(loan: LoanFacts): string {
  return loan.id;
}
