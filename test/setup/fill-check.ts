/** Fills in a check as an officer in a hurry would: every required question, in plausible figures, step by step. */

import type { Policy } from "../../src/domain/policy/schema.ts";
import type { CheckItem } from "../../src/domain/templates/item.ts";
import type { PersonDriver } from "../../src/workspace/workspace.ts";

/** By item key; what is not said is made up within the item's limits. */
export type Wishes = Readonly<Record<string, string>>;

export interface FillOptions {
  readonly policy: Policy;
  /** The day of the visit, and of every figure. */
  readonly visitedOn: string;
  readonly wishes?: Wishes;
}

const MOST_STEPS = 80;
/** Somebody in a hurry finds no risk. */
const UNASKED: Wishes = { risks_found: "no" };

/** From the open step to the summary. Answers how many steps were submitted. */
export async function fillToSummary(officer: PersonDriver, options: FillOptions): Promise<number> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (officer.modal?.title === "Summary") return steps;
    await fillStep(officer, options);
    await officer.submits();
    const errors = Object.entries(officer.errors);
    if (errors.length > 0) throw new Error(`refused at ${JSON.stringify(errors)}`);
  }
  throw new Error("the form does not end");
}

export async function fillStep(officer: PersonDriver, options: FillOptions): Promise<void> {
  const items = itemsOf(options.policy);
  for (const block of officer.modal?.blocks ?? []) {
    const field = String(block.block_id);
    const [key = ""] = (field.split("/").at(-1) ?? "").split("#");
    const wished = options.wishes?.[key];
    const isWanted = block.optional !== true || (key === "no_risk_because" && options.wishes?.risks_found !== "yes");
    if (block.type === "input" && (wished !== undefined || isWanted)) {
      await fillField(officer, field, items.get(key), wished ?? UNASKED[key], options.visitedOn);
    }
  }
}

async function fillField(
  officer: PersonDriver,
  field: string,
  item: CheckItem | undefined,
  wished: string | undefined,
  visitedOn: string,
): Promise<void> {
  if (item?.type === "evidence") {
    await officer.attaches(field, { name: "photo.jpg", bytes: new TextEncoder().encode(`photo for ${field}`) });
  } else if (item?.type === "choice" || item?.type === "yes_no" || /_known$/.test(field)) {
    await officer.chooses(field, wished ?? item?.options?.[0]?.value ?? "yes");
  } else {
    await officer.fills(field, wished ?? typed(item, visitedOn));
  }
}

/** An as-of date is asked by the form itself, so that no item of the policy stands behind it. */
function typed(item: CheckItem | undefined, visitedOn: string): string {
  if (item?.type === "people") return "Li Wen\nChen Hao";
  if (item?.type === "number") return item.min !== undefined && !item.min.startsWith("-") ? item.min : "1";
  return item?.type === "text" ? "Stock counted 1,240 t, book 1,238 t." : visitedOn;
}

function itemsOf(policy: Policy): Map<string, CheckItem> {
  const blocks = policy.templates.flatMap((template) => template.blocks);
  return new Map(blocks.flatMap(({ items }) => items.map((item) => [item.key, item])));
}
