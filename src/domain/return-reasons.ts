/** Reason codes of a return, and what they say about the record and about the conclusion, which are judged apart (R78). */
import { type Refusal, refuse } from "./refusal.ts";
import { type Judgement, RETURN_REASONS, type ReturnReason } from "./vocabulary.ts";

export interface Judged {
  readonly record: Judgement;
  readonly conclusion: Judgement;
}

/** What an approval says of both. */
export const BOTH_IN_ORDER: Judged = { record: "in_order", conclusion: "in_order" };

/** The visit is not trusted, so nothing can be concluded from it. */
export const VISIT_NOT_TRUSTED: Judged = { record: "not_in_order", conclusion: "not_judged" };

const ABOUT_THE_CONCLUSION: readonly ReturnReason[] = ["conclusion_not_supported"];
/** May be about either. */
const ABOUT_EITHER: readonly ReturnReason[] = ["other"];

/** The codes of a stored JSON list, in the order of the vocabulary; a code that is no longer known is left out. */
export function storedReasons(stored: string): ReturnReason[] {
  const codes: unknown = JSON.parse(stored);
  return RETURN_REASONS.filter((reason) => Array.isArray(codes) && codes.includes(reason));
}

/** A return whose judgements and reasons do not fit each other, at the field that can be mended. */
export function judgementProblem(
  { record, conclusion }: Judged,
  reasons: readonly ReturnReason[],
): Refusal | undefined {
  if (record === "not_judged" || conclusion === "not_judged") {
    return refuse("review.judgement_needed", {}, record === "not_judged" ? "record" : "conclusion");
  }
  if (record === "in_order" && conclusion === "in_order") {
    return refuse("review.judged_in_order", {}, "record");
  }
  return (
    contradiction("record", record, reasons.filter(isAboutRecord), reasons) ??
    contradiction(
      "conclusion",
      conclusion,
      reasons.filter((one) => ABOUT_THE_CONCLUSION.includes(one)),
      reasons,
    )
  );
}

function contradiction(
  part: "record" | "conclusion",
  judged: Judgement,
  about: readonly ReturnReason[],
  all: readonly ReturnReason[],
): Refusal | undefined {
  if (judged === "in_order") {
    return about.length === 0 ? undefined : refuse(`review.${part}_has_reason`, {}, part);
  }
  const isSaid = about.length > 0 || all.some((reason) => ABOUT_EITHER.includes(reason));
  return isSaid ? undefined : refuse(`review.${part}_needs_reason`, {}, "reasons");
}

function isAboutRecord(reason: ReturnReason): boolean {
  return !ABOUT_THE_CONCLUSION.includes(reason) && !ABOUT_EITHER.includes(reason);
}
