import type { AnswerKey, SubjectAddress } from "./types.ts";

/** `borrower/sales_yoy`, `loan:L-1/use_verified_pct`, `loan:L-1/payee#2`. */
export function answerKey(subject: SubjectAddress, itemKey: string, groupIndex?: number): AnswerKey {
  return groupIndex === undefined ? `${subject}/${itemKey}` : `${subject}/${itemKey}#${groupIndex}`;
}

/** `SUBJECT/ITEM#N` in its parts. */
export function keyParts(key: string): { subject: string; itemKey: string; groupIndex: number } {
  const slash = key.lastIndexOf("/");
  const [itemKey = "", group = "0"] = key.slice(slash + 1).split("#", 2);
  return { subject: key.slice(0, slash), itemKey, groupIndex: Number(group) };
}

/** The answers of the common head that other rules read: the next date counts from the visit, four eyes from the people. */
export const HEAD_ANSWERS = {
  visitMode: answerKey("borrower", "visit_mode"),
  visitedOn: answerKey("borrower", "visited_on"),
  inspectors: answerKey("borrower", "inspectors"),
  proposedTier: answerKey("borrower", "proposed_tier"),
  conclusion: answerKey("borrower", "conclusion"),
} as const;
