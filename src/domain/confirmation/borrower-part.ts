/** What of a check the borrower is shown and confirms: figures, what was seen, what they said; never what we conclude. */
import { HEAD_ANSWERS } from "../check/answer-key.ts";
import { canonicalText } from "../check/canonical-text.ts";
import type { AnswerKey, Answers, CheckForm, FormItem, FormStep, StoredAnswer } from "../check/types.ts";
import type { ConfirmationRules } from "../policy/confirmation.ts";
import type { Templates } from "../templates/schema.ts";
import type { CustomerType, InspectionKind, VisitMode } from "../vocabulary.ts";

export interface PartLine {
  readonly step: FormStep;
  readonly item: FormItem;
  readonly answer: StoredAnswer;
}

/** In the form's order. */
export interface BorrowerPart {
  readonly visitedOn: string;
  readonly lines: readonly PartLine[];
}

export interface ConfirmationPolicy {
  readonly confirmation: ConfirmationRules;
  readonly templates: Templates;
}

/** Whether such a check needs the borrower's confirmation before it is approved (R21). */
export function isConfirmationDue(
  { kinds, modes, customer_types }: ConfirmationRules,
  check: { readonly kind: InspectionKind; readonly mode: VisitMode; readonly customerType: CustomerType },
): boolean {
  return kinds.includes(check.kind) && modes.includes(check.mode) && customer_types.includes(check.customerType);
}

export function borrowerPart(form: CheckForm, answers: Answers, policy: ConfirmationPolicy): BorrowerPart {
  const theirs = keysOfTheirs(policy.templates);
  const visitedOn = answers[HEAD_ANSWERS.visitedOn]?.value;
  const lines = form.steps.flatMap((step) =>
    step.items
      .filter((item) => theirs.has(item.key) && isShown(item, policy.confirmation))
      .flatMap((item) => {
        const answer = answers[item.answerKey];
        return answer === undefined || answer.value === "" ? [] : [{ step, item, answer }];
      }),
  );
  return { visitedOn: typeof visitedOn === "string" ? visitedOn : "", lines };
}

/** Whether an item belongs to what the borrower is shown, answered or not. */
export function isOfThePart(item: FormItem, policy: ConfirmationPolicy): boolean {
  return keysOfTheirs(policy.templates).has(item.key) && isShown(item, policy.confirmation);
}

/** The part as it is hashed. Two parts are the same when nothing that the borrower reads differs. */
export function partText({ visitedOn, lines }: BorrowerPart): string {
  return canonicalText({
    visitedOn,
    answers: Object.fromEntries(
      lines.map(
        ({ item, answer }): [AnswerKey, { value: string | readonly string[]; unit?: string; asOf?: string }] => [
          item.answerKey,
          { value: answer.value, unit: answer.unit, asOf: answer.asOf },
        ],
      ),
    ),
  });
}

function isShown(item: FormItem, { words, leave_out }: ConfirmationRules): boolean {
  if (item.subject.startsWith("guarantor:")) return false;
  return item.type === "number" ? !leave_out.includes(item.key) : words.includes(item.key);
}

/** Risks, measures, tier, conclusion and what secures the loan are the lender's own, whatever a policy lists. */
function keysOfTheirs(templates: Templates): ReadonlySet<string> {
  const blocks = templates.flatMap((template) => template.blocks);
  const keysOf = (kinds: readonly string[]) =>
    blocks.filter(({ kind }) => kinds.includes(kind)).flatMap(({ items }) => items.map(({ key }) => key));
  const ours = keysOf(["conclusion", "guarantee"]);
  return new Set(keysOf(["head", "product"]).filter((key) => !ours.includes(key)));
}
