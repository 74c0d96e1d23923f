/** What the forms of a handover say. Pure. */
import { z } from "zod";
import type { ViewState } from "../../platform/slack/payload.ts";
import type { Which } from "./answer.ts";
import type { ListFilter } from "./filter.ts";
import {
  type FormScope,
  filterOf,
  OFFICER_BLOCK,
  PRODUCT_BLOCK,
  REASON_BLOCK,
  SCOPE_BLOCK,
  STATE_BLOCK,
  TO_BLOCK,
} from "./form.ts";

const scope = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["inspection", "account", "batch"]), id: z.string() }),
  z.object({ kind: z.literal("list") }),
]);
const batch = z.object({ batch: z.string(), one: z.string().optional() });
const element = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

export function readScope(metadata: string): FormScope {
  return scope.parse(JSON.parse(metadata));
}

export function readWhich(metadata: string): Which {
  const { batch: batchId, one } = batch.parse(JSON.parse(metadata));
  return { batchId, one };
}

export interface FormAnswers {
  readonly toPersonId: string;
  readonly reason: string;
  /** Of an account: all of it, or only its open inspections. */
  readonly wholeAccount: boolean;
  readonly filter: ListFilter | undefined;
}

export function readAnswers(values: ViewState): FormAnswers {
  return {
    toPersonId: chosen(values, TO_BLOCK) ?? "",
    reason: readReason(values),
    wholeAccount: chosen(values, SCOPE_BLOCK) !== "inspections",
    filter: readFilter(values),
  };
}

export function readFilter(values: ViewState): ListFilter | undefined {
  return filterOf(chosen(values, OFFICER_BLOCK), chosen(values, PRODUCT_BLOCK), chosen(values, STATE_BLOCK));
}

export function readReason(values: ViewState): string {
  return (elementOf(values, REASON_BLOCK).value ?? "").trim();
}

function chosen(values: ViewState, block: string): string | undefined {
  return elementOf(values, block).selected_option?.value;
}

/** A block holds one element, whatever its id. */
function elementOf(values: ViewState, block: string): z.infer<typeof element> {
  const [only] = Object.values(values[block] ?? {});
  const read = element.safeParse(only);
  return read.success ? read.data : {};
}
