/** Rows of a repeating group, added and removed while the check is open. */
import type { FormGroup, FormStep } from "../../domain/check/types.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { type CheckSheet, loadSheet } from "./check-sheet.ts";
import { saveAnswers } from "./save.ts";

/** Answers the page that shows the new row. */
export async function addRow(ctx: Context, draftId: string, rowsKey: string): Promise<number | Refusal> {
  const group = groupIn(await loadSheet(ctx, draftId), rowsKey);
  if (group === undefined) return refuse("not_found", { number: "" });
  if (group.rows.length >= group.most) return refuse("check.error.too_many_rows", { most: group.most });
  const row = Math.max(0, ...group.rows) + 1;
  const refused = await saveRows(ctx, draftId, rowsKey, [...group.rows, row]);
  if (refused !== undefined) return refused;
  const sheet = await loadSheet(ctx, draftId);
  return pageWhere(sheet, (step) => hasGroup(step, rowsKey) && step.items.some((one) => one.row === row));
}

/** What was typed in the row goes with it; the other rows keep their numbers. */
export async function removeRow(
  ctx: Context,
  draftId: string,
  rowsKey: string,
  row: number,
): Promise<number | Refusal> {
  const sheet = await loadSheet(ctx, draftId);
  const group = groupIn(sheet, rowsKey);
  if (sheet === undefined || group === undefined) return refuse("not_found", { number: "" });
  const left = group.rows.filter((one) => one !== row);
  const items = sheet.form.steps.flatMap((step) => (hasGroup(step, rowsKey) ? step.items : []));
  const emptied = items.filter((item) => item.row === row).map(({ answerKey }): [string, string] => [answerKey, ""]);
  const refused = await saveRows(ctx, draftId, rowsKey, left, Object.fromEntries(emptied));
  if (refused !== undefined) return refused;
  return pageWhere(await loadSheet(ctx, draftId), (step) => hasGroup(step, rowsKey));
}

function pageWhere(sheet: CheckSheet | undefined, fits: (step: FormStep) => boolean): number {
  return Math.max(0, sheet?.pages.findIndex(({ steps }) => steps.some(fits)) ?? 0);
}

async function saveRows(
  ctx: Context,
  draftId: string,
  rowsKey: string,
  rows: readonly number[],
  emptied: Readonly<Record<string, string>> = {},
): Promise<Refusal | undefined> {
  const saved = await saveAnswers(ctx, { draftId, answers: { ...emptied, [rowsKey]: rows.map(String) } });
  return "savedAt" in saved ? undefined : saved;
}

function groupIn(sheet: CheckSheet | undefined, rowsKey: string): FormGroup | undefined {
  return sheet?.form.steps.flatMap(({ groups = [] }) => groups).find((group) => group.rowsKey === rowsKey);
}

function hasGroup({ groups = [] }: FormStep, rowsKey: string): boolean {
  return groups.some((group) => group.rowsKey === rowsKey);
}
