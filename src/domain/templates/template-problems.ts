import type { Condition, Thresholds } from "./condition.ts";
import { namesIn, RECORD_FACTS } from "./derived.ts";
import { type CheckItem, hasDoubles } from "./item.ts";
import type { Template, TemplateBlock } from "./template.ts";

/** A name that a condition may use although no item bears it. */
const KNOWN_FACTS = ["last", "days_since_disbursement", ...RECORD_FACTS] as const;

interface Problem {
  readonly message: string;
  readonly path: (string | number)[];
}

/** What is wrong between templates, blocks and items that are right each by itself. */
export function templateProblems(templates: readonly Template[]): Problem[] {
  const doubled = hasDoubles(templates.map((template) => template.id));
  const problems: Problem[] = doubled ? [{ message: "two templates have one id", path: [] }] : [];
  templates.forEach((template, index) => {
    for (const message of withinTemplate(template)) problems.push({ message, path: [index] });
  });
  return [...problems, ...changedMeanings(templates)];
}

function withinTemplate(template: Template): string[] {
  const problems = hasDoubles(template.blocks.map((block) => block.key)) ? ["two blocks have one key"] : [];
  if (template.batch === true) problems.push(...unfitForBatch(template));
  for (const [subject, items] of itemsBySubject(template.blocks)) {
    const keys = items.map((item) => item.key);
    if (hasDoubles(keys)) problems.push(`the items of one ${subject} share a key`);
    const known = new Set<string>([...keys, ...KNOWN_FACTS]);
    for (const item of items) problems.push(...unknownNames(item, known));
  }
  return problems;
}

/** What is answered once holds for every customer of the batch: of a single loan or piece only what is known already can stand. */
function unfitForBatch({ blocks }: Template): string[] {
  return blocks.flatMap((block) => [
    ...(block.repeats === undefined ? [] : [`${block.key}: a batch has no rows`]),
    ...block.items.filter(isTyped).flatMap((item) => {
      const problem = whyNotInBatch(item, block.per);
      return problem === undefined ? [] : [`${item.key}: ${problem}`];
    }),
  ]);
}

const isTyped = ({ known, derived }: CheckItem) => known === undefined && derived === undefined;

function whyNotInBatch({ type, as_of, evidence }: CheckItem, per: TemplateBlock["per"]): string | undefined {
  if (per !== "borrower") return "is asked of each, and a batch asks once";
  if (!ASKED_IN_BATCH.includes(type)) return "is of a type that a batch does not ask";
  return as_of || evidence !== "none" ? "a batch has no dates or files of its own" : undefined;
}

const ASKED_IN_BATCH: readonly CheckItem["type"][] = ["text", "multi_choice", "choice", "yes_no"];

function itemsBySubject(blocks: readonly TemplateBlock[]): Map<string, CheckItem[]> {
  const bySubject = new Map<string, CheckItem[]>();
  for (const block of blocks) bySubject.set(block.per, [...(bySubject.get(block.per) ?? []), ...block.items]);
  return bySubject;
}

function unknownNames(item: CheckItem, known: ReadonlySet<string>): string[] {
  return namesUsed(item)
    .filter((name) => !known.has(name))
    .map((name) => `${item.key}: names ${name}, which is not asked of the same subject`);
}

function namesUsed(item: CheckItem): string[] {
  const conditions = [item.thresholds, ...Object.values(item.thresholds_by_kind ?? {})].flatMap(conditionsOf);
  const names = conditions.flatMap((condition) => [condition.than, condition.percent_of, condition.when?.item]);
  const formula = item.derived === undefined ? [] : namesIn(item.derived);
  return [...names, ...formula, item.not_above, item.required_when?.item].filter((name) => name !== undefined);
}

function conditionsOf(thresholds: Thresholds | undefined): Condition[] {
  return [thresholds?.yellow, thresholds?.orange, thresholds?.red].flatMap((conditions) => conditions ?? []);
}

/** The same key must mean the same number everywhere, or reports of different products could not be compared. */
function changedMeanings(templates: readonly Template[]): Problem[] {
  const meanings = new Map<string, string>();
  const problems: Problem[] = [];
  templates.forEach((template, index) => {
    for (const item of template.blocks.flatMap((block) => block.items)) {
      const meaning = [item.type, item.unit, item.scale].join(" ");
      const before = meanings.get(item.key) ?? meaning;
      meanings.set(item.key, before);
      if (before !== meaning)
        problems.push({ message: `${item.key}: has another type, unit or scale elsewhere`, path: [index] });
    }
  });
  return problems;
}
