import type { Templates } from "../templates/schema.ts";
import type { BLOCK_SUBJECTS, Template, TemplateBlock } from "../templates/template.ts";
import type { CheckedLoan, CheckSubject } from "./types.ts";

/**
 * The blocks that these loans bring for one sort of subject, each key once. Of two blocks with one key, the one from the
 * template for fewer products wins, then the one that names the customer type, then the first in the file (R62).
 */
export function blocksOf(
  templates: Templates,
  subject: CheckSubject,
  loans: readonly CheckedLoan[],
  per: (typeof BLOCK_SUBJECTS)[number],
): TemplateBlock[] {
  const chosen = new Map<string, TemplateBlock>();
  for (const template of bySpecificity(templates.filter((one) => fits(one, subject, loans)))) {
    for (const block of template.blocks.filter((one) => one.per === per && isDue(one, subject, loans))) {
      if (!chosen.has(block.key)) chosen.set(block.key, block);
    }
  }
  return inFileOrder(templates, [...chosen.values()]);
}

function fits(template: Template, subject: CheckSubject, loans: readonly CheckedLoan[]): boolean {
  return (
    (template.batch === true) === (subject.circumstances?.batch === true) &&
    template.kinds.includes(subject.kind) &&
    (template.customer_types?.includes(subject.customerType) ?? true) &&
    loans.some((loan) => template.products.includes(loan.product))
  );
}

function isDue(block: TemplateBlock, subject: CheckSubject, loans: readonly CheckedLoan[]): boolean {
  const kinds: readonly string[] = block.kinds ?? [subject.kind];
  const phases = loans.map((loan) => loan.phase);
  return (
    kinds.includes(subject.kind) &&
    (block.phases === undefined || phases.some((phase) => phase === undefined || block.phases?.includes(phase)))
  );
}

function bySpecificity(templates: readonly Template[]): Template[] {
  const namesCustomer = (template: Template) => (template.customer_types === undefined ? 1 : 0);
  return [...templates].sort((a, b) => a.products.length - b.products.length || namesCustomer(a) - namesCustomer(b));
}

function inFileOrder(templates: Templates, blocks: readonly TemplateBlock[]): TemplateBlock[] {
  return templates.flatMap((template) => template.blocks).filter((block) => blocks.includes(block));
}
