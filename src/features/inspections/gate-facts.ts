/** What the gate knows of one check: the policy's words, and the figures that the loan's record holds already. */
import { decimalText } from "../../domain/check/decimal.ts";
import type { GateFacts } from "../../domain/check/types.ts";
import { addMonths, isoDate, monthOf, yearOf } from "../../domain/dates.ts";
import { wordsOf } from "../../domain/gate/policy-words.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import type { InspectionRecord } from "./store.ts";

export function gateFactsOf(policy: Policy, { loans, borrower }: InspectionRecord): GateFacts {
  const covered = loans.length > 0 ? loans.map(({ loan }) => loan) : borrower.loans;
  return {
    concludes: policy.gate.concludes,
    refuses: policy.gate.refuses,
    words: wordsOf(policy),
    risks: policy.gate.risks,
    known: {
      amountsYuan: covered.flatMap(({ principalMinor, drawnMinor }) => [inYuan(principalMinor), inYuan(drawnMinor)]),
      termMonths: covered.flatMap(({ disbursedOn, maturesOn }) =>
        maturesOn === null ? [] : termsOf(disbursedOn, maturesOn),
      ),
    },
  };
}

function inYuan(minor: bigint): string {
  return decimalText({ digits: minor, scale: 2 }) ?? "0";
}

/** Whole months, also where the last day lies a little before or after a full month. */
function termsOf(from: string, to: string): number[] {
  const [start, end] = [isoDate(from), isoDate(to)];
  const months = (yearOf(end) - yearOf(start)) * 12 + monthOf(end) - monthOf(start);
  return addMonths(start, months) === end ? [months] : [months - 1, months, months + 1].filter((term) => term > 0);
}
