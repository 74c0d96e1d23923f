/** Figures that fit each other, as those of a sound business do: parts and wholes, and what a threshold compares. */
import { answerKey } from "../../domain/check/answer-key.ts";
import { isAsked } from "../../domain/check/asked.ts";
import type { CheckForm } from "../../domain/check/types.ts";
import type { Chance } from "./random.ts";

type Raw = string | readonly string[];

/** What ratios are made of, so that they come out as in a sound business: `[part, whole, percent from, to]`. */
const RATIOS: readonly (readonly [string, string, number, number])[] = [
  ["total_debt_cny", "total_assets_cny", 35, 55],
  ["guarantor_debt_cny", "guarantor_assets_cny", 30, 55],
  ["guarantees_given_cny", "guarantor_net_assets_cny", 10, 40],
  ["owner_debt_service_month_cny", "owner_income_month_cny", 20, 40],
  ["debt_service_month_cny", "income_month_cny", 20, 40],
  ["wages_paid_cny", "wages_payable_cny", 100, 100],
  ["inflow_month_cny", "sales_month_cny", 75, 95],
  ["debt_service_12m_cny", "cash_for_debt_12m_cny", 60, 75],
  ["project_cost_cny", "project_budget_cny", 60, 98],
];
/** Of what the loan has drawn: `[part, percent from, to]`. */
const OF_DRAWN: readonly (readonly [string, number, number])[] = [
  ["payee_amount_cny", 97, 100],
  ["backflow_cny_7d", 0, 3],
  ["evidenced_cny", 100, 100],
  ["stock_value_cny", 115, 140],
  ["insured_cny", 115, 130],
  ["home_value_cny", 160, 220],
];

/** Of what was granted. */
const OF_LIMIT: typeof OF_DRAWN = [["need_cny", 90, 105]];

export function fittingWholes(form: CheckForm, chance: Chance): Record<string, Raw> {
  const items = form.steps.flatMap((step) => step.items);
  const askedAt = (subject: string, key: string) =>
    items.find((item) => item.subject === subject && item.key === key && isAsked(item));
  const ratios = RATIOS.flatMap(([part, whole, from, to]) =>
    items.flatMap((item) => {
      const other = item.key === whole ? askedAt(item.subject, part) : undefined;
      if (other === undefined) return [];
      const size = item.given === undefined ? chance.between(800, 6000) * 1000 : Number(item.given);
      const share = Math.round((size * chance.between(from, to)) / 100);
      return [[item.answerKey, money(size)] as const, [other.answerKey, money(share)] as const];
    }),
  );
  const ofFact = (fact: "drawn_cny" | "limit_cny", shares: typeof OF_DRAWN) =>
    items.flatMap((whole) =>
      shares.flatMap(([key, from, to]) => {
        const item = whole.facts?.[fact] === undefined ? undefined : askedAt(whole.subject, key);
        const part = (Number(whole.facts?.[fact]) * chance.between(from, to)) / 100;
        return item === undefined ? [] : [[item.answerKey, money(Math.round(part))] as const];
      }),
    );
  const parts = [...ofFact("drawn_cny", OF_DRAWN), ...ofFact("limit_cny", OF_LIMIT)];
  return Object.fromEntries([...ratios, ...parts]);
}

function money(yuan: number): string {
  return yuan.toFixed(2);
}

/** What must not fall behind another figure (animals counted behind those applied for) is as large as that one. */
export function alikeOnes({ steps }: CheckForm, answers: Readonly<Record<string, Raw>>): Record<string, Raw> {
  const items = steps.flatMap((step) => step.items);
  const pairs = items.flatMap((item) => {
    const [other] = (item.thresholds?.yellow ?? []).flatMap(({ lt, lte, than, percent_of }) =>
      lt === undefined && lte === undefined ? [] : (than ?? percent_of ?? []),
    );
    const beside = items.find(({ answerKey: key }) => key === answerKey(item.subject, other ?? ""));
    return beside === undefined ? [] : [{ item, beside }];
  });
  return Object.fromEntries(
    pairs.flatMap(({ item, beside }) => {
      const own = answers[item.answerKey];
      if (own === undefined) return [];
      return [
        beside.given === undefined ? ([beside.answerKey, own] as const) : ([item.answerKey, beside.given] as const),
      ];
    }),
  );
}
