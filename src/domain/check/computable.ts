/** Leaves out derived figures of which this form asks no part: in a light check they would stand there for ever unknown. */
import { namesIn } from "../templates/derived.ts";
import type { FormItem, FormStep } from "./types.ts";

export function withoutIncomputable(steps: readonly FormStep[]): FormStep[] {
  const items = steps.flatMap((step) => step.items);
  const known = new Set(
    items.flatMap((item) => [nameOf(item), ...(item.groupKeys ?? []).map((key) => nameOf({ ...item, key }))]),
  );
  const isComputable = (item: FormItem) =>
    item.derived === undefined ||
    namesIn(item.derived).every((key) => known.has(nameOf({ ...item, key })) || item.facts?.[key] !== undefined);
  return steps
    .map((step) => ({ ...step, items: step.items.filter(isComputable) }))
    .filter(({ items: left }) => left.length > 0);
}

function nameOf({ subject, key }: Pick<FormItem, "subject" | "key">): string {
  return `${subject}/${key}`;
}
