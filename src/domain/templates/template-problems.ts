import { breaks, type RuleIssue } from "../broken-rule.ts";
import { addTo } from "../lists-by-key.ts";
import type { Condition, Thresholds } from "./condition.ts";
import { namesIn, RECORD_FACTS } from "./derived.ts";
import { type CheckItem, doubles } from "./item.ts";
import type { Template, TemplateBlock } from "./template.ts";

/** A name that a condition may use although no item bears it. */
const KNOWN_FACTS = ["last", "days_since_disbursement", ...RECORD_FACTS] as const;

type Problem = RuleIssue & { readonly path: (string | number)[] };

/** What is wrong between templates, blocks and items that are right each by itself. */
export function templateProblems(templates: readonly Template[]): Problem[] {
  const ids = doubles(templates.map((template) => template.id));
  return [
    ...ids.map((name) => ({ ...breaks("stands_twice", { name }), path: [] })),
    ...templates.flatMap((template, index) =>
      withinTemplate(template).map((problem) => ({ ...problem, path: [index] })),
    ),
    ...changedMeanings(templates),
  ];
}

function withinTemplate({ blocks, batch }: Template): RuleIssue[] {
  return [
    ...doubles(blocks.map((block) => block.key)).map((name) => breaks("stands_twice", { name })),
    ...(batch === true ? unfitForBatch(blocks) : []),
    ...[...itemsBySubject(blocks)].flatMap(([per, items]) => {
      const keys = items.map((item) => item.key);
      const known = new Set<string>([...keys, ...KNOWN_FACTS]);
      return [
        ...doubles(keys).map((key) => breaks("asked_twice", { key, per })),
        ...items.flatMap((item) => unknownNames(item, known)),
      ];
    }),
  ];
}

/** What is answered once holds for every customer of the batch: of a single loan or piece only what is known already can stand. */
function unfitForBatch(blocks: readonly TemplateBlock[]): RuleIssue[] {
  return blocks.flatMap((block) => [
    ...(block.repeats === undefined ? [] : [breaks("batch_has_no_rows", { key: block.key })]),
    ...block.items.filter(isTyped).flatMap((item) => whyNotInBatch(item, block.per) ?? []),
  ]);
}

const isTyped = ({ known, derived }: CheckItem) => known === undefined && derived === undefined;

function whyNotInBatch({ key, type, as_of, evidence }: CheckItem, per: TemplateBlock["per"]) {
  if (per !== "borrower") return breaks("batch_asks_once", { key });
  if (!ASKED_IN_BATCH.includes(type)) {
    return breaks("batch_asks_no_such_type", { key, type, types: ASKED_IN_BATCH.join(", ") });
  }
  return as_of || evidence !== "none" ? breaks("batch_has_no_papers", { key }) : undefined;
}

const ASKED_IN_BATCH: readonly CheckItem["type"][] = ["text", "multi_choice", "choice", "yes_no"];

function itemsBySubject(blocks: readonly TemplateBlock[]): Map<string, CheckItem[]> {
  const bySubject = new Map<string, CheckItem[]>();
  for (const block of blocks) addTo(bySubject, block.per, ...block.items);
  return bySubject;
}

function unknownNames(item: CheckItem, known: ReadonlySet<string>): RuleIssue[] {
  return namesUsed(item)
    .filter((name) => !known.has(name))
    .map((name) => breaks("name_not_asked", { key: item.key, name }));
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
      if (before !== meaning) problems.push({ ...breaks("meaning_changed", { key: item.key }), path: [index] });
    }
  });
  return problems;
}
