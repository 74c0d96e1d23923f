/** The register as somebody types for it: a file at once where they say as what, else the form with what they said in it. */
import type { LedgerFormat } from "../../domain/ledger/filters.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { line, type View } from "../../platform/view.ts";
import { askLedger } from "./ask.ts";
import { ledgerForm } from "./form.ts";
import { readFilters } from "./read-filters.ts";

export async function typedLedger(
  ctx: Context,
  words: readonly string[],
  format: LedgerFormat,
): Promise<View | Refusal> {
  const filters = await readFilters(ctx, words);
  const asked = isRefusal(filters) ? filters : await askLedger(ctx, filters, format);
  return isRefusal(asked) ? asked : { title: ctx.t("ledger.title"), pieces: [line(ctx.t("ledger.asked"))] };
}

export async function chooseLedger(ctx: Context, words: readonly string[]): Promise<ModalView | Refusal> {
  const filters = await readFilters(ctx, words);
  if (isRefusal(filters)) {
    return filters;
  }
  const { unitId } = filters;
  const unit = unitId === undefined ? null : await ctx.db.orgUnit.findUnique({ where: { id: unitId } });
  return ledgerForm(ctx.t, filters, unit?.code ?? "");
}
