/** What officers write. */
import type { FormItem } from "../../src/domain/check/types.ts";
import type { Chance } from "../../src/features/demonstration/random.ts";

export const EMPTY: readonly [string, ...string[]] = [
  "正常",
  "一切正常，未见异常。",
  "按规定执行",
  "情况良好，同上次。",
  "企业经营稳健，财务制度健全，还款意愿强，总体风险可控。",
  "Everything is normal, as required.",
];

type Words = Readonly<Record<string, (chance: Chance) => string>>;

const ENGLISH: Words = {
  geo: ({ pick }) => `${pick(["East", "South", "North"])} gate, beside the loading dock`,
  met_person: ({ pick }) => `${pick(["Ann Price", "Raj Patel", "Lucy Moreno", "Tom Becker"])}, bookkeeper`,
  borrower_statement: ({ between: some }) =>
    `Says that ${some(2, 9)} orders came in this month, worth ${some(40, 390)} thousand, to be paid by day ${some(5, 28)} of the next.`,
  seen_not_told: ({ between: some, pick }) =>
    `${some(1, 3)} of ${some(3, 6)} lines were running, ${some(12, 90)} pallets stood in the store and ${pick(["two", "three", "five"])} trucks were loading at the gate.`,
  customer_need: ({ between: some }) => `Would like ${some(5, 60)} thousand more for stock before the season.`,
  conclusion: ({ between: some, pick }) =>
    `Sales of ${some(300, 2400)} thousand, ${some(1, 9)}% ${pick(["above", "below"])} last year; stock counted ${some(400, 1900)} t, ${some(1, 6)} t off the book; ${some(120, 980)} thousand came in on our account.`,
  no_risk_because: ({ between: some }) => {
    const stock = some(400, 1900);
    return `Stock counted ${stock} t against ${stock + some(1, 6)} t in the book; ${some(120, 980)} thousand paid in, ${some(60, 90)}% of sales.`;
  },
};

const FEW: Words = {
  met_person: ({ pick }) => pick(["owner", "owner's son", "bookkeeper"]),
  borrower_statement: ({ between: some }) => `${some(2, 9)} new orders`,
  seen_not_told: ({ between: some }) => `${some(6, 9)} of ${some(10, 14)} looms running`,
  conclusion: ({ between: some }) => `sales ${some(1, 9)}% up, stock counted ${some(400, 1900)} t`,
  no_risk_because: ({ between: some }) => {
    const stock = some(400, 1900);
    return `none: stock counted ${stock} t, book ${stock - some(1, 4)} t`;
  },
};

const inThe = (words: Words) => (item: FormItem, chance: Chance) =>
  item.type === "text" ? words[item.key]?.(chance) : undefined;
export const inEnglish = inThe(ENGLISH);
export const inFewWords = inThe(FEW);
