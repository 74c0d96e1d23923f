import { AS_OF_WORDS, FILES_WORDS } from "./own-fields.ts";
import type { FormItem, FormStep, Section } from "./types.ts";

/** Slack shows errors only in the view just submitted, and people read no further than this. */
export const FIELDS_PER_STEP = 8;

/** Cuts a section into steps of even length; the as-of date comes before the numbers that it dates. */
export function sectionSteps(section: Section, items: readonly FormItem[]): FormStep[] {
  const fields = [...asOfField(section, items), ...items.filter((item) => item.type !== "evidence")];
  const files = [...items.filter((item) => item.type === "evidence"), ...filesField(section, items)];
  const parts = [
    ...evenParts(fields).map((part) => ({ items: part, files: false })),
    ...evenParts(files).map((part) => ({ items: part, files: true })),
  ];
  return parts.map((part, index) => ({
    id: `${section.subject}/${section.block.key}/${index + 1}`,
    blockKey: section.block.key,
    subject: section.subject,
    title: section.block.title,
    about: section.about,
    part: { number: index + 1, of: parts.length },
    ...part,
  }));
}

function asOfField(section: Section, items: readonly FormItem[]): FormItem[] {
  const dated = items.find((item) => item.asOfKey !== undefined);
  if (dated?.asOfKey === undefined) return [];
  return [
    {
      ...ownField(section, `${section.block.key}_as_of`, dated.asOfKey),
      ...AS_OF_WORDS,
      type: "date",
      required: items.some((item) => item.as_of && item.required),
      not_after: "today",
    },
  ];
}

function filesField(section: Section, items: readonly FormItem[]): FormItem[] {
  const proven = items.filter((item) => item.type !== "evidence" && item.evidence !== "none");
  if (proven.length === 0) return [];
  const key = `${section.block.key}_files`;
  const required = proven.some((item) => item.evidence === "required");
  return [{ ...ownField(section, key, `${section.subject}/${key}`), ...FILES_WORDS, type: "evidence", required }];
}

function ownField(
  section: Section,
  key: string,
  answerKey: string,
): Omit<FormItem, "label" | "why" | "type" | "required"> {
  return {
    key,
    answerKey,
    subject: section.subject,
    as_of: false,
    evidence: "none",
    source: [],
    needs_legal_review: false,
    own: true,
  };
}

function evenParts(items: readonly FormItem[]): FormItem[][] {
  const count = Math.ceil(items.length / FIELDS_PER_STEP);
  const length = Math.ceil(items.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => items.slice(index * length, (index + 1) * length));
}
