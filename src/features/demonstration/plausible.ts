/** Answers that a careful officer might give, within the item's limits and, mostly, within its thresholds. */

import { answerKey } from "../../domain/check/answer-key.ts";
import { isAsked } from "../../domain/check/asked.ts";
import { riskKeys } from "../../domain/check/risks.ts";
import type { CheckForm, FormItem } from "../../domain/check/types.ts";
import { addDays } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { alikeOnes, fittingWholes } from "./fitting-figures.ts";
import type { Chance } from "./random.ts";

type Raw = string | readonly string[];

/** One answer in so many is out of range, so that a reviewer has something to look at. */
const OUT_OF_RANGE = 25;

export function plausibleAnswers(form: CheckForm, visitedOn: IsoDate, chance: Chance): Record<string, Raw> {
  const asked = form.steps.flatMap(({ items }) => items).filter((item) => item.type !== "evidence" && isAsked(item));
  const answers = Object.fromEntries(asked.map((item) => [item.answerKey, answerOf(item, visitedOn, chance)]));
  // A part is as large as its whole: all payees match, every guarantor is sound.
  const parts = asked.flatMap((item) => {
    const whole = item.not_above === undefined ? undefined : answers[answerKey(item.subject, item.not_above)];
    return whole === undefined ? [] : [[item.answerKey, whole] as const];
  });
  const fitting = { ...answers, ...Object.fromEntries(parts), ...fittingWholes(form, chance) };
  return { ...fitting, ...alikeOnes(form, fitting) };
}

/** A risk that a careful officer names, with a measure of their own for some weeks later. */
export function plausibleRisk(ownerId: string, visitedOn: IsoDate, chance: Chance): Record<string, Raw> {
  const keys = riskKeys(1);
  return {
    "borrower/risks_found": "yes",
    "borrower/no_risk_because": "",
    [keys.risk]: `应收账款中 90 天以上占 ${chance.between(3, 14)}%，集中在 ${chance.between(1, 4)} 家客户，约 ${chance.between(20, 90)} 万元。`,
    [keys.goal]: "取得上述客户的对账函，并把回款账户改为我行账户。",
    [keys.owner]: ownerId,
    [keys.due]: addDays(visitedOn, chance.between(10, 25)),
    [keys.proof]: "客户盖章的对账函",
  };
}

function answerOf(item: FormItem, visitedOn: IsoDate, chance: Chance): Raw {
  switch (item.type) {
    case "number":
      return numberOf(item, chance);
    case "date":
      return visitedOn;
    case "people":
      return "李雯\n陈浩";
    case "yes_no":
      return yesOrNo(item);
    case "choice":
      return chosen(item);
    case "multi_choice":
      return [chosen(item)];
    default:
      return WORDS[item.key]?.(chance) ?? `现场核对 ${chance.between(2, 40)} 项，与上次不同之处见数字。`;
  }
}

/** No two visits see the same: a sentence is written anew each time, or the gate finds that the report is a copy. */
const WORDS: Readonly<Record<string, (chance: Chance) => string>> = {
  geo: ({ pick }) => `厂区${pick(["东门", "南门", "北门", "办公楼"])}，定位已核对`,
  payee_name: ({ pick }) => pick(["苏州恒源纺织原料有限公司", "宁波海通物流有限公司", "嘉兴永丰机械厂"]),
  met_person: ({ pick }) => `财务负责人${pick(["钱敏", "周岚", "沈国栋", "吴晓梅", "郑海"])}`,
  borrower_statement: ({ between: some }) =>
    `称本月新接 ${some(2, 9)} 份订单，合同金额共 ${some(40, 390)} 万元，下月 ${some(5, 28)} 日前回款。`,
  seen_not_told: ({ between: some }) =>
    `${some(3, 6)} 条生产线开 ${some(1, 3)} 条，成品库约 ${some(12, 90)} 垛，门口停货车 ${some(1, 8)} 辆。`,
  customer_need: ({ between: some }) => `希望下季度增加银行承兑汇票额度 ${some(5, 60)} 万元。`,
  conclusion: ({ between: some }) =>
    `销售 ${some(300, 2400)} 万元，同比增长 ${some(1, 9)}%；库存盘点 ${some(400, 1900)} 吨，与账面相差 ${some(1, 6)} 吨；回款账户流入 ${some(120, 980)} 万元。`,
  no_risk_because: ({ between: some }) => {
    const stock = some(400, 1900);
    return `库存盘点 ${stock} 吨，账面 ${stock + some(1, 6)} 吨；本月回款 ${some(120, 980)} 万元，占销售 ${some(60, 90)}%。`;
  },
};

/** The threshold that an answer must not cross tells where the ordinary values lie. */
function numberOf(item: FormItem, chance: Chance): string {
  const limit = item.thresholds?.yellow?.[0] ?? item.thresholds?.orange?.[0];
  const plain = limit === undefined || limit.than !== undefined || limit.percent_of !== undefined;
  const wanted = plain ? ordinary(item, chance) : besideLimit(item, limit, chance);
  const least = item.min === undefined ? Number.NEGATIVE_INFINITY : Number(item.min);
  const most = item.max === undefined ? Number.POSITIVE_INFINITY : Number(item.max);
  return Math.min(Math.max(wanted, least), most).toFixed(item.scale ?? 0);
}

function besideLimit(
  item: FormItem,
  limit: { lt?: string | undefined; lte?: string | undefined; gt?: string | undefined; gte?: string | undefined },
  chance: Chance,
): number {
  const below = limit.lt ?? limit.lte;
  const border = Number(below ?? limit.gt ?? limit.gte ?? "0");
  const step = Math.max(Math.abs(border) * 0.15, item.scale === 0 ? 1 : 0.2);
  const outOfRange = chance.between(1, OUT_OF_RANGE) === 1;
  return border + (below === undefined ? -step : step) * (outOfRange ? -0.5 : 1);
}

function ordinary({ unit, key }: FormItem, chance: Chance): number {
  if (key === "previous_fixes_done" || key === "previous_fixes_total") {
    return 2;
  }
  const ranges: Partial<Record<NonNullable<FormItem["unit"]>, readonly [number, number]>> = {
    yuan: [200_000, 4_000_000],
    percent: [20, 60],
    days: [10, 40],
    kwh: [8_000, 90_000],
    tonnes: [200, 1_800],
    persons: [12, 140],
    mu: [10, 90],
  };
  const [from, to] = ranges[unit ?? "count"] ?? [1, 6];
  return chance.between(from, to);
}

/** What is known is still so. */
function yesOrNo(item: FormItem): string {
  // Named apart, with its measure.
  if (item.key === "risks_found") {
    return "no";
  }
  const bad = [...(item.thresholds?.orange ?? []), ...(item.thresholds?.yellow ?? [])].flatMap((one) => one.in ?? []);
  return bad.includes("yes") ? "no" : "yes";
}

/** The first choice that no threshold names. */
function chosen(item: FormItem): string {
  const { red = [], orange = [], yellow = [] } = item.thresholds ?? {};
  const bad = [...red, ...orange, ...yellow].flatMap((one) => one.in ?? []);
  const options = item.options ?? [];
  return (options.find(({ value }) => !bad.includes(value)) ?? options[0])?.value ?? "";
}
