/** What of the register somebody typed or chose: each word is known, or said to be unknown. */
import { readPeriod } from "../../domain/digest/period.ts";
import { LEDGER_CATEGORIES } from "../../domain/ledger/events.ts";
import type { LedgerFilters } from "../../domain/ledger/filters.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { CUSTOMER_TYPES, type IsoDate, PRODUCTS, RISK_TIERS } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import type { TextKey } from "../../texts/index.ts";

type Read = (typed: string) => LedgerFilters | undefined;

/** Refused with `ledger.unknown`, `ledger.several_units`, or `ledger.twice` where two words are of one kind. */
export async function readFilters(ctx: Context, words: readonly string[]): Promise<LedgerFilters | Refusal> {
  let filters: LedgerFilters = {};
  let at = 0;
  while (at < words.length) {
    const found = await longestKnown(ctx, words.slice(at));
    if (isRefusal(found)) {
      return found;
    }
    if (Object.keys(found.filters).some((name) => Object.hasOwn(filters, name))) {
      return refuse("ledger.twice", { typed: found.typed });
    }
    filters = { ...filters, ...found.filters };
    at += found.words;
  }
  return filters;
}

interface Found {
  readonly filters: LedgerFilters;
  readonly typed: string;
  readonly words: number;
}

/** `Special mention` is one tier, `Harbour Branch` one unit: the longest run of words that is known. */
async function longestKnown(ctx: Context, words: readonly string[]): Promise<Found | Refusal> {
  const known = knownWords(ctx);
  for (let count = words.length; count > 0; count -= 1) {
    const typed = words.slice(0, count).join(" ");
    const filters = known(typed) ?? (await unitNamed(ctx, typed));
    if (filters !== undefined) {
      return isRefusal(filters) ? filters : { filters, typed, words: count };
    }
  }
  return refuse("ledger.unknown", { typed: words.join(" ") });
}

/** As they are stored, or as the reader's language calls them. */
function knownWords(ctx: Context): Read {
  const today: IsoDate = localDate(ctx.now, ctx.actor.timeZone);
  const isSaid = (typed: string, stored: string, key: TextKey) =>
    [stored, ctx.t(key).toLowerCase()].includes(typed.toLowerCase());
  return (typed) => {
    const period = readPeriod(typed.toLowerCase(), today);
    const category = LEDGER_CATEGORIES.find((one) => isSaid(typed, one, `ledger.category.${one}`));
    const product = PRODUCTS.find((one) => isSaid(typed, one, `product.${one}`));
    const tier = RISK_TIERS.find((one) => isSaid(typed, one, `tier.${one}`));
    const customerType = CUSTOMER_TYPES.find((one) => isSaid(typed, one, `ledger.customer_type.${one}`));
    if (period !== undefined) return period;
    if (category !== undefined) return { category };
    if (product !== undefined) return { product };
    if (tier !== undefined) return { tier };
    return customerType === undefined ? undefined : { customerType };
  };
}

/** By its code or its whole name. */
export async function unitNamed(
  { db }: Context,
  typed: string,
): Promise<Pick<LedgerFilters, "unitId"> | Refusal | undefined> {
  const units = await db.orgUnit.findMany({
    where: { OR: [{ code: typed }, { name: typed }] },
    select: { id: true, code: true },
    orderBy: { code: "asc" },
  });
  const unit = units.find(({ code }) => code === typed) ?? (units.length === 1 ? units[0] : undefined);
  if (unit !== undefined) {
    return { unitId: unit.id };
  }
  return units.length === 0
    ? undefined
    : refuse("ledger.several_units", { typed, codes: units.map(({ code }) => code).join(", ") });
}
