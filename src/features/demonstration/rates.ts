/** What the demonstration's loans bear in a year: about what banks ask of each product, and of one loan in twelve nobody told it. */
import type { IsoDate, Product } from "../../domain/vocabulary.ts";

/** Millionths: the lowest of the product. */
const LOWEST: Readonly<Record<Product, number>> = {
  working_capital: 34_500,
  fixed_asset: 36_000,
  personal_business: 42_000,
  personal_consumption: 48_000,
  agricultural_household: 45_000,
  agri_procurement: 33_500,
  mortgage: 31_000,
  microloan: 120_000,
};
const STEP = 1_500;
const STEPS = 7;
const NOT_TOLD_ONE_IN = 12;

/** By the place of the loan in the book, so that no other invention of it moves. */
export function inventedRate(product: Product, place: number, disbursedOn: IsoDate) {
  return place % NOT_TOLD_ONE_IN === NOT_TOLD_ONE_IN - 1
    ? { yearlyRatePpm: null, yearlyRateFrom: null }
    : { yearlyRatePpm: LOWEST[product] + (place % STEPS) * STEP, yearlyRateFrom: disbursedOn };
}
