import type { Situation } from "../templates/asking.ts";
import type { CheckItem } from "../templates/item.ts";
import type { Templates } from "../templates/schema.ts";
import { BLOCK_KINDS } from "../templates/template.ts";
import { answerKey } from "./answer-key.ts";
import { blocksOf } from "./chosen-blocks.ts";
import { type Circumstances, holdingSituation, openOf } from "./circumstances.ts";
import { withoutIncomputable } from "./computable.ts";
import { withEmptyGroupsTogether } from "./merged-groups.ts";
import { takeTurns } from "./rotation.ts";
import { groupSteps, sectionSteps } from "./section-steps.ts";
import type {
  AnswerKey,
  AskedBecause,
  CheckedCollateral,
  CheckedLoan,
  CheckForm,
  CheckSubject,
  FormGroup,
  FormItem,
  Section,
  SubjectAddress,
} from "./types.ts";

/**
 * The form of one inspection: the common head once, then a block for each live loan, piece of collateral and guarantor, the
 * conclusion last; no more a step than there is room for, files in steps of their own, an as-of date once per section. The mode of the
 * visit, the kind of inspection and the phase of a project decide which items are asked.
 */
export function checkForm(templates: Templates, subject: CheckSubject): CheckForm {
  const sections = askedSections(templates, subject);
  const rotating = sections.flatMap(turnsOf);
  const turns = takeTurns(rotating, subject.circumstances);
  const hasTurn = ({ answerKey: key, rotates }: FormItem) => rotates === undefined || turns.has(key);
  const steps = sections.flatMap((asked) => {
    const { section, items, group } = asked;
    if (group === undefined) return sectionSteps(section, items.filter(hasTurn));
    const rows = group.rows.map((row) => items.filter((item) => item.row === row));
    return turnsOf(asked).every(hasTurn) ? groupSteps(section, rows, group) : [];
  });
  return {
    steps: withEmptyGroupsTogether(subject.circumstances === undefined ? steps : withoutIncomputable(steps)),
    passedOver: rotating.filter((item) => !hasTurn(item)),
  };
}

interface AskedSection {
  readonly section: Section;
  readonly items: readonly FormItem[];
  readonly group?: FormGroup;
}

/** What has its turn: items, or a repeating group as a whole. */
function turnsOf({ section: { block, subject }, items, group }: AskedSection): FormItem[] {
  if (group === undefined) return items.filter(({ rotates }) => rotates !== undefined);
  const [first] = block.items;
  if (block.rotates === undefined || first === undefined) return [];
  const whole = { ...first, subject, blockKey: block.key, label: block.title, why: block.title };
  return [{ ...whole, rotates: block.rotates, answerKey: group.rowsKey }];
}

/** Each question once, with all that could be asked in this mode and situation. */
function askedSections(templates: Templates, subject: CheckSubject): AskedSection[] {
  const asked = new Set<AnswerKey>();
  return sectionsInOrder(templates, subject)
    .filter((section) => suits(section.block, subject, section.subject))
    .map((section) => {
      const group = groupOf(section, subject);
      const rows = group?.rows ?? [undefined];
      const items = rows.flatMap((row) => itemsOf(section, subject, row)).filter((item) => !asked.has(item.answerKey));
      for (const item of items) asked.add(item.answerKey);
      return { section, items, ...(group === undefined ? {} : { group }) };
    });
}

function suits(
  { full_only, only_when }: Pick<CheckItem, "full_only" | "only_when">,
  { circumstances }: CheckSubject,
  address: SubjectAddress,
): boolean {
  if (full_only !== undefined && circumstances?.light) return false;
  return only_when === undefined || holdingSituation(only_when, circumstances, address) !== undefined;
}

function groupOf({ block, subject: address }: Section, { said }: CheckSubject): FormGroup | undefined {
  if (block.repeats === undefined) return undefined;
  const { at_least: atLeast, most, row } = block.repeats;
  const rowsKey = answerKey(address, `${block.key}_rows`);
  const listed = said?.[rowsKey];
  const begun = Array.from({ length: atLeast }, (_, at) => at + 1);
  const rows = listed === undefined ? begun : [listed].flat().map(Number).filter(Number.isSafeInteger);
  return { rowsKey, rows, atLeast, most, row };
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

function itemsOf(section: Section, subject: CheckSubject, row: number | undefined): FormItem[] {
  return section.block.items
    .filter((item) => isDue(item, section, subject))
    .map((item) => settled(item, section, subject, row));
}

function isDue(item: CheckItem, section: Section, subject: CheckSubject): boolean {
  const { kind, mode } = subject;
  const phase = section.loan?.phase;
  const kinds: readonly string[] = item.kinds ?? [kind];
  const pieceKind = section.collateral?.kind;
  return (
    kinds.includes(kind) &&
    (item.modes?.includes(mode) ?? true) &&
    suits(item, subject, section.subject) &&
    (phase === undefined || (item.phases?.includes(phase) ?? true)) &&
    (pieceKind === undefined || (item.collateral_kinds?.includes(pieceKind) ?? true))
  );
}

function settled(item: CheckItem, section: Section, subject: CheckSubject, row: number | undefined): FormItem {
  const byKind = section.collateral && item.thresholds_by_kind?.[section.collateral.kind];
  const facts = subject.circumstances?.facts[section.subject];
  return {
    ...item,
    thresholds: byKind ?? item.thresholds,
    subject: section.subject,
    blockKey: section.block.key,
    ...(row === undefined ? {} : { row }),
    ...(item.derived === undefined || facts === undefined ? {} : { facts }),
    ...known(item, section, subject),
    answerKey: answerKey(section.subject, item.key, row),
    asOfKey: item.as_of ? answerKey(section.subject, `${section.block.key}_as_of`) : undefined,
    atLeast: item.at_least?.[subject.mode],
    ...earliestDay(item, section, subject),
    disbursedOn: section.loan?.disbursedOn,
    askedBecause: askedBecause(item, section, subject),
  };
}

function inSituation(situation: Situation, circumstances: Circumstances, subject: SubjectAddress): AskedBecause {
  const open = openOf(situation.open ?? [], circumstances, subject);
  const conditions = open.includes("approval_conditions") ? circumstances.conditions[subject] : undefined;
  return {
    situation,
    open,
    warnings: open.includes("signals") ? circumstances.warnings : [],
    ...(conditions === undefined ? {} : { conditions }),
  };
}

/** The item's own situation, or that of its block. */
function askedBecause(
  { rotates, only_when }: CheckItem,
  { block, subject }: Section,
  { circumstances }: CheckSubject,
): AskedBecause | undefined {
  if (circumstances === undefined) return undefined;
  const situations = only_when ?? block.only_when;
  const situation = situations === undefined ? undefined : holdingSituation(situations, circumstances, subject);
  if (situation !== undefined) return inSituation(situation, circumstances, subject);
  return rotates !== undefined && circumstances.light ? { turn: rotates } : undefined;
}

/** What is known already is asked only where the person says that it changed. */
function known(item: CheckItem, { subject: address, block }: Section, { circumstances, said }: CheckSubject) {
  if (item.known === undefined || circumstances === undefined) return {};
  const { facts, carried } = circumstances;
  const value = item.known === "last_report" ? carried[answerKey(address, item.key)] : facts[address]?.[item.known];
  if (value === undefined) return {};
  const isDenied = said?.[answerKey(address, `${block.key}_known`)] === "no";
  return isDenied ? { knownBefore: value } : { given: value };
}

/** A first visit has no last one: it cannot be before the money was paid out. */
function earliestDay(item: CheckItem, { loan }: Section, subject: CheckSubject): Partial<FormItem> {
  if (item.not_before === undefined) return {};
  if (item.not_before === "last_visit" && subject.lastVisitedOn !== undefined)
    return { notBefore: subject.lastVisitedOn };
  const paidOut = loan?.disbursedOn ?? subject.loans.flatMap(({ disbursedOn }) => disbursedOn ?? []).sort()[0];
  return { not_before: "disbursement", notBefore: paidOut };
}
