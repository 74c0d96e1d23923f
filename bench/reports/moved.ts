/** How the figures of a sound business stand at the next visit. */
import type { FormItem } from "../../src/domain/check/types.ts";

export type Raw = string | readonly string[];
export type Said = Readonly<Record<string, Raw>>;

const MOVING: readonly (FormItem["unit"] | undefined)[] = ["yuan", "tonnes", "kwh"];
/** In percent of the last figure; never the same again. */
const PERCENT = [98, 99, 101, 102, 103];

/** All amounts move together in one visit, so that the ratios between them stay; nothing where there is no last figure. */
export function moved(item: FormItem, before: Raw | undefined, seed: number): Raw | undefined {
  if (item.type !== "number" || typeof before !== "string" || Number.isNaN(Number(before))) return undefined;
  const percent = PERCENT[seed % PERCENT.length] ?? 101;
  return MOVING.includes(item.unit) ? ((Number(before) * percent) / 100).toFixed(item.scale ?? 0) : before;
}
