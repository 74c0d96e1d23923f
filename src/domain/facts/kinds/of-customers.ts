/** What is told of customers: ratings, permits, covenants and conditions, bureau records, court lists, audit findings. */
import { z } from "zod";
import { NO_DAY } from "../fact.ts";
import { factKind, ofEveryRow, type Told } from "../fact-kind.ts";
import { amount, day, daysLeft, plain, short, whole, word, yesNo } from "../fields.ts";
import { borrower, guarantor, loan, subjectOf } from "../subject.ts";

const ofCustomer = ({ borrower: number }: { readonly borrower: string }) => ({ kind: "borrower", number }) as const;

const flag = (said: "yes" | "no") => (said === "yes" ? "true" : "false");

const ratingRow = z.strictObject({
  borrower: borrower.optional(),
  loan: loan.optional().meta({ description: "With guarantor: the loan that is guaranteed" }),
  guarantor: guarantor.optional(),
  rating: short.max(20, "too_long").meta({ description: "The grade as the lender writes it" }),
  valid_to: day.optional().meta({ description: "The last day on which it stands" }),
  change: word(["up", "same", "down"]).optional().meta({ description: "Against the rating before" }),
  ...ofEveryRow,
});

/** Of a customer, or of a guarantor of a loan. */
export const ratings = factKind("ratings", ratingRow, {
  about: subjectOf,
  told: ({ rating, valid_to, change, as_of }) => [
    { key: "rating", value: rating, unit: "text", field: "rating" },
    valid_to === undefined
      ? undefined
      : { key: "rating_days_left", value: daysLeft(as_of, valid_to), unit: "days", field: "valid_to" },
    change === undefined ? undefined : { key: "rating_change", value: change, unit: "word", field: "change" },
  ],
  checks: [[(row) => !["loan", undefined].includes(subjectOf(row)?.kind), "one_subject", "borrower"]],
});

export const permits = factKind(
  "permits",
  z.strictObject({
    borrower,
    permit: short.meta({ description: "Which permit or licence" }),
    valid_to: day.meta({ description: "The last day on which it stands" }),
    ...ofEveryRow,
  }),
  {
    about: ofCustomer,
    told: ({ permit: reference, valid_to, as_of }) => [
      { key: "permit_days_left", value: daysLeft(as_of, valid_to), unit: "days", field: "valid_to", reference },
    ],
  },
);

const promiseRow = z.strictObject({
  borrower,
  condition: short.meta({ description: "Which one, always named the same" }),
  state: word(["kept", "broken", "waived"]),
  broken_since: day.optional().meta({ description: "Where it is broken: since when; as_of when not said" }),
  due_on: day.optional().meta({ description: "By when it must be met or proved next" }),
  ...ofEveryRow,
});
type PromiseRow = z.infer<typeof promiseRow>;

/** What a policy calls the days until it is due, and that it is done with. */
interface PromiseKeys {
  readonly days: string;
  readonly done: string;
}

function promise(name: string, keys: PromiseKeys) {
  return factKind(name, promiseRow, {
    about: ofCustomer,
    told: (row) => [brokenSince(row), dueOn(keys, row)],
    checks: [
      [({ state, broken_since }) => broken_since === undefined || state === "broken", "contradicts", "broken_since"],
      [({ as_of, broken_since = as_of }) => broken_since <= as_of, "contradicts", "broken_since"],
    ],
  });
}

function brokenSince({ state, broken_since, as_of, condition }: PromiseRow): Told {
  const value = state === "broken" ? (broken_since ?? as_of) : NO_DAY;
  return { key: "condition_broken_since", value, unit: "date", field: "state", reference: condition };
}

/** The next day that counts; none is left where it is kept for good or waived. */
function dueOn(
  { days, done }: PromiseKeys,
  { state, due_on, as_of, condition: reference }: PromiseRow,
): Told | undefined {
  if (state === "waived" || (state === "kept" && due_on === undefined)) {
    return { key: done, value: "true", unit: "flag", field: "state", reference };
  }
  return due_on === undefined
    ? undefined
    : { key: days, value: daysLeft(as_of, due_on), unit: "days", field: "due_on", reference };
}

export const covenants = promise("covenants", { days: "covenant_days_left", done: "covenant_kept" });
export const approvalConditions = promise("approval_conditions", {
  days: "approval_condition_days_left",
  done: "approval_condition_met",
});

const bureauRow = z.strictObject({
  borrower,
  other_lender_overdue_days: whole.optional().meta({ description: "Days past due at another lender, the longest" }),
  bureau_overdue_in_a_row: whole.optional().meta({ description: "Periods overdue in a row" }),
  bureau_queries_6m: whole.optional().meta({ description: "Queries by others in six months" }),
  default_elsewhere: yesNo.optional().meta({ description: "In default on a bond or loan" }),
  default_amount_cny: amount.optional().meta({ description: "How much is in default, in yuan" }),
  ...ofEveryRow,
});
const COUNTED = {
  other_lender_overdue_days: "days",
  bureau_overdue_in_a_row: "count",
  bureau_queries_6m: "count",
} as const;
type BureauRow = z.infer<typeof bureauRow>;

export const bureau = factKind("bureau", bureauRow, {
  about: ofCustomer,
  told: bureauFacts,
  checks: [[(row) => bureauFacts(row).length > 0, "nothing_told", "other_lender_overdue_days"]],
});

function bureauFacts(row: BureauRow): Told[] {
  const counted = (["other_lender_overdue_days", "bureau_overdue_in_a_row", "bureau_queries_6m"] as const).flatMap(
    (key): Told[] => {
      const value = row[key];
      return value === undefined ? [] : [{ key, value, unit: COUNTED[key], field: key }];
    },
  );
  const { default_elsewhere: isInDefault, default_amount_cny: sum } = row;
  if (isInDefault !== undefined) {
    counted.push({ key: "default_elsewhere", value: flag(isInDefault), unit: "flag", field: "default_elsewhere" });
  }
  if (sum !== undefined) {
    counted.push({ key: "default_amount_cny", value: plain(sum), unit: "yuan", field: "default_amount_cny" });
  }
  return counted;
}

const courtRow = z.strictObject({
  borrower,
  case_number: short.meta({ description: "The case; a case that left the list is told with listed no" }),
  list: word(["enforced", "dishonest"]).meta({ description: "Enforced debtors, or the dishonest list" }),
  listed: yesNo,
  amount: amount.optional().meta({ description: "What is enforced in this case, in yuan" }),
  ...ofEveryRow,
});

export const enforcement = factKind("enforcement", courtRow, {
  about: ofCustomer,
  told: ({ case_number: reference, list, listed, amount: sum }) => {
    if (list === "dishonest") {
      return [{ key: "dishonest_list", value: flag(listed), unit: "flag", field: "listed", reference }];
    }
    const value = listed === "no" ? "0" : sum;
    return [
      { key: "enforced_debtor", value: flag(listed), unit: "flag", field: "listed", reference },
      value === undefined
        ? undefined
        : { key: "enforced_amount_cny", value: plain(value), unit: "yuan", field: "amount", reference },
    ];
  },
  checks: [[({ list, amount: sum }) => list === "enforced" || sum === undefined, "contradicts", "amount"]],
});

export const AUDIT_FINDING = "audit_finding";
/** The number of an inspection whose approved report a finding overturned. */
export const OVERTURNED_REPORT = "audit_overturned_report";

export const auditFindings = factKind(
  "audit_findings",
  z.strictObject({
    borrower,
    finding: short.meta({ description: "The number or title of the finding, always the same" }),
    state: word(["minor", "major", "closed"]).meta({ description: "How grave it is while it is open" }),
    overturns: short
      .optional()
      .meta({ description: "The number of the inspection whose approved report it overturns" }),
    ...ofEveryRow,
  }),
  {
    about: ofCustomer,
    told: ({ finding: reference, state: value, overturns }) => [
      { key: AUDIT_FINDING, value, unit: "word", field: "state", reference },
      overturns === undefined
        ? undefined
        : { key: OVERTURNED_REPORT, value: overturns, unit: "text", field: "overturns", reference },
    ],
  },
);
