import { isoDate } from "../../../src/domain/dates.ts";
import type { BorrowerFacts, LoanFacts } from "../../../src/domain/loan.ts";
import type { PlannedInspection } from "../../../src/domain/planning/index.ts";
import type { Policy } from "../../../src/domain/policy/schema.ts";
import type { IsoDate } from "../../../src/domain/vocabulary.ts";
import { chinaCalendar } from "../../../src/platform/calendars/china.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

export const china = chinaCalendar();
export const bank = shipped("cn-bank");
export const microloanCompany = shipped("cn-microloan");
export const on = (date: string): IsoDate => isoDate(date);

/** Whole yuan. */
export const yuan = (amount: number) => ({ minor: BigInt(Math.round(amount * 100)), currency: "CNY" });
export const million = (amount: number) => yuan(amount * 1_000_000);

/** A live working-capital loan of 5 million, drawn in full. */
export function aLoan(facts: Partial<LoanFacts> = {}): LoanFacts {
  return {
    id: "loan-1",
    number: "L-1",
    borrowerId: "b-1",
    product: "working_capital",
    state: "live",
    disbursedOn: on("2024-01-10"),
    maturesOn: on("2027-01-10"),
    principal: million(5),
    drawn: million(5),
    tier: "normal",
    ...facts,
  };
}

/** Taken on at the end of 2023, last visited on site on 2024-03-04, a Monday. */
export function aBorrower(facts: Partial<BorrowerFacts> = {}): BorrowerFacts {
  return {
    id: "b-1",
    number: "B-1",
    customerType: "corporate",
    loans: [aLoan()],
    takeOnOn: on("2023-12-29"),
    lastVisitOn: on("2024-03-04"),
    lastOnSiteOn: on("2024-03-04"),
    ...facts,
  };
}

/** The plan in a line, for tables: kind, mode, date and the policy's line. */
export function inShort(plan: PlannedInspection | undefined): string {
  return plan === undefined ? "nothing" : `${plan.kind} ${plan.mode} ${plan.dueOn} ${plan.policyLine}`;
}

function shipped(name: string): Policy {
  const loaded = loadPolicy(`policy/${name}.yml`);
  if (isProblems(loaded)) throw new Error(JSON.stringify(loaded));
  return loaded.policy;
}
