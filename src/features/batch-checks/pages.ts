/** The pages of a batch: who is singled out, the customers, the conclusion; short enough for one screen each. Pure. */
import type { BatchItem } from "./batch-items.ts";
import type { BatchSheet } from "./batch-sheet.ts";

export type BatchPage =
  | { readonly kind: "exceptions"; readonly items: readonly BatchItem[] }
  | { readonly kind: "customers"; readonly items: readonly BatchItem[] }
  | { readonly kind: "conclusion" };

const EXCEPTIONS_A_PAGE = 15;
const CUSTOMERS_A_PAGE = 10;

export function pagesOf({ items, exceptions }: Pick<BatchSheet, "items" | "exceptions">): BatchPage[] {
  return [
    ...cut(exceptions, EXCEPTIONS_A_PAGE).map((some): BatchPage => ({ kind: "exceptions", items: some })),
    ...cut(items, CUSTOMERS_A_PAGE).map((some): BatchPage => ({ kind: "customers", items: some })),
    ...(items.length === 0 ? [] : [{ kind: "conclusion" } as const]),
  ];
}

function cut<T>(all: readonly T[], most: number): T[][] {
  const count = Math.ceil(all.length / most);
  return Array.from({ length: count }, (_, at) => all.slice(at * most, (at + 1) * most));
}
