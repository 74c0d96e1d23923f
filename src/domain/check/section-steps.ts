import { isAsked } from "./asked.ts";
import { AS_OF_WORDS, FILES_WORDS, KNOWN_WORDS } from "./own-fields.ts";
import { hasRoom, TYPED_PER_STEP } from "./step-room.ts";
import type { FormGroup, FormItem, FormStep, Section } from "./types.ts";

/** Cuts a section into steps of even length; the as-of date comes before the numbers that it dates. */
export function sectionSteps(section: Section, items: readonly FormItem[]): FormStep[] {
  const fields = [
    ...knownField(section, items),
    ...asOfField(section, items),
    ...items.filter((item) => item.type !== "evidence"),
  ];
  const files = [...items.filter((item) => item.type === "evidence"), ...filesField(section, items)];
  return inSteps(section, [
    ...evenParts(fields).map((part) => ({ items: part, files: false })),
    ...evenParts(files).map((part) => ({ items: part, files: true })),
  ]);
}

/** A repeating group: whole rows, as many as fit into a step; where there is none yet, a step to add one. */
export function groupSteps(section: Section, rows: readonly (readonly FormItem[])[], group: FormGroup): FormStep[] {
  const list: FormItem = {
    ...ownField(section, `${section.block.key}_rows`, group.rowsKey),
    label: section.block.title,
    why: section.block.title,
    type: "people",
    required: false,
    ...(section.block.rotates === undefined ? {} : { rotates: section.block.rotates }),
    groupKeys: section.block.items.map(({ key }) => key),
  };
  const perStep = Math.max(1, Math.floor(TYPED_PER_STEP / section.block.items.length));
  const count = Math.max(1, Math.ceil(rows.length / perStep));
  const parts = Array.from({ length: count }, (_, at) => rows.slice(at * perStep, (at + 1) * perStep).flat());
  return inSteps(
    section,
    parts.map((part, at) => ({ items: at === 0 ? [list, ...part] : part, files: false, groups: [group] })),
  );
}

function inSteps(section: Section, parts: readonly Pick<FormStep, "items" | "files" | "groups">[]): FormStep[] {
  const like = (files: boolean) => parts.filter((part) => part.files === files);
  return parts.map((part, index) => ({
    id: `${section.subject}/${section.block.key}/${index + 1}`,
    blockKey: section.block.key,
    subject: section.subject,
    title: section.block.title,
    about: section.about,
    part: { number: like(part.files).indexOf(part) + 1, of: like(part.files).length },
    ...(section.block.kind === "conclusion" && !part.files ? { alone: true as const } : {}),
    ...part,
  }));
}

/** One tick for all that is known already. */
function knownField(section: Section, items: readonly FormItem[]): FormItem[] {
  if (!items.some(({ given, knownBefore }) => (given ?? knownBefore) !== undefined)) return [];
  const key = `${section.block.key}_known`;
  return [{ ...ownField(section, key, `${section.subject}/${key}`), ...KNOWN_WORDS, type: "yes_no", required: true }];
}

function asOfField(section: Section, items: readonly FormItem[]): FormItem[] {
  const dated = items.filter((item) => item.asOfKey !== undefined && isAsked(item));
  const [first] = dated;
  if (first?.asOfKey === undefined) return [];
  return [
    {
      ...ownField(section, `${section.block.key}_as_of`, first.asOfKey),
      ...AS_OF_WORDS,
      type: "date",
      required: dated.some((item) => item.required),
      not_after: "today",
    },
  ];
}

function filesField(section: Section, items: readonly FormItem[]): FormItem[] {
  const proven = items.filter((item) => item.type !== "evidence" && item.evidence !== "none" && isAsked(item));
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
    blockKey: section.block.key,
    as_of: false,
    evidence: "none",
    source: [],
    needs_legal_review: false,
    own: true,
  };
}

/** As few parts as there is room in, of even length. */
function evenParts(items: readonly FormItem[]): FormItem[][] {
  for (let count = Math.min(items.length, 1); ; count += 1) {
    const parts = cut(items, count);
    if (parts.every((part) => hasRoom(part))) return parts;
  }
}

/** Only what is asked takes room; what is computed stands with what it is computed of. */
function cut(items: readonly FormItem[], count: number): FormItem[][] {
  const length = Math.ceil(items.filter(isAsked).length / Math.max(count, 1));
  const parts: FormItem[][] = Array.from({ length: count }, () => []);
  let placed = 0;
  for (const item of items) {
    const part = Math.min(Math.floor(Math.max(placed - (isAsked(item) ? 0 : 1), 0) / Math.max(length, 1)), count - 1);
    parts[part]?.push(item);
    if (isAsked(item)) placed += 1;
  }
  return parts;
}
