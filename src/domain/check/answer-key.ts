import type { AnswerKey, SubjectAddress } from "./types.ts";

/** `borrower/sales_yoy`, `loan:L-1/use_verified_pct`, `loan:L-1/payee#2`. */
export function answerKey(subject: SubjectAddress, itemKey: string, groupIndex?: number): AnswerKey {
  return groupIndex === undefined ? `${subject}/${itemKey}` : `${subject}/${itemKey}#${groupIndex}`;
}
