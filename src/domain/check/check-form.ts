import type { CheckItem } from "../templates/item.ts";
import type { Templates } from "../templates/schema.ts";
import { BLOCK_KINDS } from "../templates/template.ts";
import { answerKey } from "./answer-key.ts";
import { blocksOf } from "./chosen-blocks.ts";
import { sectionSteps } from "./section-steps.ts";
import type {
  AnswerKey,
  CheckedCollateral,
  CheckedLoan,
  CheckForm,
  CheckSubject,
  FormItem,
  FormStep,
  Section,
} from "./types.ts";

/**
 * The form of one inspection: the common head once, then a block for each live loan, piece of collateral and guarantor, the
 * conclusion last; at most eight fields a step, files in steps of their own, an as-of date once per section. The mode of the
 * visit, the kind of inspection and the phase of a project decide which items are asked.
 */
export function checkForm(templates: Templates, subject: CheckSubject): CheckForm {
  const asked = new Set<AnswerKey>();
  const steps: FormStep[] = [];
  for (const section of sectionsInOrder(templates, subject)) {
    const items = itemsOf(section, subject).filter((item) => !asked.has(item.answerKey));
    for (const item of items) asked.add(item.answerKey);
    steps.push(...sectionSteps(section, items));
  }
  return { steps };
}

function sectionsInOrder(templates: Templates, subject: CheckSubject): Section[] {
  const sections = [
    ...borrowerSections(templates, subject),
    ...subject.loans.flatMap((loan) => loanSections(templates, subject, loan)),
    ...(subject.collateral ?? []).flatMap((piece) => collateralSections(templates, subject, piece)),
    ...(subject.guarantors ?? []).flatMap((guarantor) =>
      blocksOf(templates, subject, subject.loans, "guarantor").map((block) => ({
        block,
        subject: `guarantor:${guarantor.guarantorId}`,
        about: guarantor.name,
      })),
    ),
  ];
  return BLOCK_KINDS.flatMap((kind) => sections.filter(({ block }) => block.kind === kind));
}

function borrowerSections(templates: Templates, subject: CheckSubject): Section[] {
  return blocksOf(templates, subject, subject.loans, "borrower").map((block) => ({ block, subject: "borrower" }));
}

function loanSections(templates: Templates, subject: CheckSubject, loan: CheckedLoan): Section[] {
  const blocks = blocksOf(templates, subject, [loan], "loan");
  return blocks.map((block) => ({ block, subject: `loan:${loan.loanId}`, about: loan.number, loan }));
}

function collateralSections(templates: Templates, subject: CheckSubject, collateral: CheckedCollateral): Section[] {
  const secured = subject.loans.filter((loan) => collateral.loanIds?.includes(loan.loanId) ?? true);
  const address = `collateral:${collateral.collateralId}`;
  const blocks = blocksOf(templates, subject, secured, "collateral");
  return blocks.map((block) => ({ block, subject: address, about: collateral.name, collateral }));
}

function itemsOf(section: Section, subject: CheckSubject): FormItem[] {
  return section.block.items
    .filter((item) => isAsked(item, section, subject))
    .map((item) => settled(item, section, subject));
}

function isAsked(item: CheckItem, section: Section, { kind, mode }: CheckSubject): boolean {
  const phase = section.loan?.phase;
  const kinds: readonly string[] = item.kinds ?? [kind];
  const pieceKind = section.collateral?.kind;
  return (
    kinds.includes(kind) &&
    (item.modes?.includes(mode) ?? true) &&
    (phase === undefined || (item.phases?.includes(phase) ?? true)) &&
    (pieceKind === undefined || (item.collateral_kinds?.includes(pieceKind) ?? true))
  );
}

function settled(item: CheckItem, section: Section, subject: CheckSubject): FormItem {
  const byKind = section.collateral && item.thresholds_by_kind?.[section.collateral.kind];
  return {
    ...item,
    thresholds: byKind ?? item.thresholds,
    subject: section.subject,
    answerKey: answerKey(section.subject, item.key),
    asOfKey: item.as_of ? answerKey(section.subject, `${section.block.key}_as_of`) : undefined,
    atLeast: item.at_least?.[subject.mode],
    ...earliestDay(item, section, subject),
    disbursedOn: section.loan?.disbursedOn,
  };
}

/** A first visit has no last one: it cannot be before the money was paid out. */
function earliestDay(item: CheckItem, { loan }: Section, subject: CheckSubject): Partial<FormItem> {
  if (item.not_before === undefined) return {};
  if (item.not_before === "last_visit" && subject.lastVisitedOn !== undefined)
    return { notBefore: subject.lastVisitedOn };
  const paidOut = loan?.disbursedOn ?? subject.loans.flatMap(({ disbursedOn }) => disbursedOn ?? []).sort()[0];
  return { not_before: "disbursement", notBefore: paidOut };
}
