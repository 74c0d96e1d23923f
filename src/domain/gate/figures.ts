/** Figures in free text: a number with its unit. Dates, identifiers and what we knew already are none. Pure. */
import { compare, type Decimal, decimal, multiply } from "../check/decimal.ts";

/** What this loan's own record says; repeating it is no finding. */
export interface KnownFacts {
  /** Principal, drawn amount, limit: yuan, as decimal text. */
  readonly amountsYuan: readonly string[];
  readonly termMonths: readonly number[];
}

export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly known: boolean;
  /** Money, a share or a weight: never a count of inspectors or visits. */
  readonly measured: boolean;
}

const HAN_DATE =
  /(?:\d{2,4}|[〇零一二三四五六七八九]{4})年(?:度)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?|\d{4}年(?:度|上半年|下半年)?|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|[上中下]旬)?(?!.{0,0}个)|第?[一二三四1-4]季度|[上下]半年|半年|\d{1,2}[日号](?!线|楼|库|机|仓|炉|窑|棚|井|车间)/gu;
const NUMERIC_DATE = /\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{1,2}:\d{2}(?::\d{2})?/gu;
const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const ENGLISH_DATE = new RegExp(
  `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?\\b(?:${MONTHS})\\b\\.?(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?(?:,?\\s+\\d{4})?|\\bq[1-4]\\b(?:\\s*\\d{4})?|\\b(?:19|20)\\d{2}\\b(?!\\s*(?:元|万|yuan|t\\b|kg|吨|%))|\\d{1,2}\\s*(?:am|pm|o'clock)\\b|\\d{1,2}点(?:半|\\d{1,2}分)?`,
  "gu",
);
const IDENTIFIER =
  /\b1[3-9]\d{9}\b|\b(?!rmb|cny|usd)[a-z]+[-_]?\d[a-z\d-]{2,}|\b\d{2,}[a-z]{2,}\d[a-z\d]*\b|(?:编号|合同号|账号|证号|车牌|\bno\.?|\bnumber|第)\s*[:：#]?\s*[a-z\d-]*\d[a-z\d-]*号?|\d+号(?:线|楼|库|机|仓|炉|窑|棚|井|车间)?/gu;

const DIGITS = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const HAN_DIGITS = "[一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+";
/** A letter is a scale only where no word goes on from it: 910k, but not 5 kg or 14 machines. */
const SCALE = "万亿|亿|万|千|百|(?:million|thousand|billion|bn|mn|m|k)(?![a-z])";
const MONEY = "元|块|人民币|yuan|rmb|cny|usd|dollars?";
const WEIGHT =
  "吨|公斤|千克|克|斤|担|t|tonnes?|tons?|kg|kilos?|公顷|亩|mu|ha|hectares?|acres?|平方米|平米|㎡|平方|m2|sqm|square metres?|square meters?|立方米|立方|方|升|公分|厘米|毫米|cm|mm|litres?|liters?|l|米|公里|km|metres?|meters?|度|千瓦时|千瓦|kwh|kw|mwh";
const HAN_COUNT =
  "台|套|条|人|名|户|家|笔|次|天|日|个月|年|头|只|羽|尾|匹|棵|株|件|箱|袋|包|桶|瓶|罐|辆|车|艘|间|层|栋|幢|垛|堆|卷|捆|张|份|批|单|班|倍|成|个|位|口|座|块|片|处|根|组|吨位|小时|分钟|周|期|平";
const ENGLISH_COUNT =
  "days?|weeks?|months?|years?|hours?|minutes?|times|x|people|persons?|workers?|staff|employees?|men|women|machines?|looms?|lines?|lathes?|trucks?|lorr(?:y|ies)|vans?|vehicles?|pigs?|sows?|piglets?|cows?|cattle|sheep|goats?|hens?|chickens?|ducks?|birds?|head|heads|boxes|bags|sacks|pallets?|rolls?|bales?|drums?|barrels?|containers?|pieces|pcs|units?|sets?|invoices?|receipts?|contracts?|orders?|customers?|buyers?|suppliers?|payees?|payments?|instal?lments?|shops?|stores?|rooms?|floors?|houses?|flats?|shifts?|stacks?|piles?|tables?|guests?|ponds?|sheds?|greenhouses?|cars?|trees?|lots?|batches|deliveries|notes?|percent|per cent|pct|bps|basis points|pp|percentage points?|points?|doors?|shelves|silos?|kilns?|furnaces?|accounts?|loans?|lenders?|queries|stalls?|tenants?|visitors?|meters?";

/** A ratio has no unit but its name. */
const RATIO =
  "(?<ratio>(?:比率|倍数|覆盖率|备付率|\\bdscr\\b|\\bratios?\\b|\\bcover(?:age)?\\b)\\s*(?:为|是|:|\\bof\\b|\\bat\\b|\\bis\\b)?\\s*\\d+\\.\\d+)";

const NUMBER = new RegExp(
  `(?<before>[¥￥$]|\\b(?:rmb|cny|usd)\\s*)?(?<digits>${DIGITS})(?:\\s*(?:[-~至到/]|of|out of)\\s*(?:${DIGITS}))?\\s*(?:多|余|来)?(?<scale>${SCALE})?(?:多|余)?\\s*(?<unit>个百分点|百分点|%|‰|${MONEY}|(?:${WEIGHT})(?![a-z])|${HAN_COUNT}|(?:${ENGLISH_COUNT})\\b)?|(?<han>${HAN_DIGITS})(?:多|余)?(?<hanUnit>万元|亿元|万|亿|${HAN_COUNT})|百分之(?:${HAN_DIGITS}|${DIGITS})|${RATIO}`,
  "gu",
);
const IS_MONEY = new RegExp(`^(?:${MONEY})$`, "u");
const IS_LARGE = /[万亿]|^(?:million|billion|thousand|bn|mn|m|k)$/u;
const IS_MEASURE = new RegExp(`^(?:个百分点|百分点|%|‰|${WEIGHT})$`, "u");
/** Chinese numbers that are words of their own. */
const NO_NUMBER =
  /^一(?:人|家|名|个|年|次|天|班|成|位|单|方|期|片|块|批|处)$|^(?:百|千|十|千百)(?:家|个|年|次|天|成|户|块|倍|件)$/u;

/** The figures of a folded text, in order. `blanked` is what the other rules read on: dates and identifiers taken out. */
export function findFigures(text: string, known: KnownFacts): { readonly figures: Figure[]; readonly blanked: string } {
  const blanked = withoutDates(text);
  return { figures: [...blanked.matchAll(NUMBER)].flatMap((match) => readFigure(match, known)), blanked };
}

/** Spaces where a folded text named dates, times and identifiers; everything else stands where it stood. */
export function withoutDates(text: string): string {
  return [IDENTIFIER, HAN_DATE, NUMERIC_DATE, ENGLISH_DATE].reduce(
    (left, pattern) => left.replace(pattern, (found) => " ".repeat(found.length)),
    text,
  );
}

function readFigure(match: RegExpMatchArray, known: KnownFacts): Figure[] {
  const { digits, hanUnit, ratio } = match.groups ?? {};
  const place = { start: match.index ?? 0, end: (match.index ?? 0) + match[0].length, text: match[0].trim() };
  if (ratio !== undefined) return [{ ...place, measured: true, known: false }];
  if (digits !== undefined) return inDigits(place, match.groups ?? {}, digits, known);
  if (NO_NUMBER.test(match[0])) return [];
  const measured = /[万亿]/u.test(hanUnit ?? "万");
  return [{ ...place, measured, known: inChineseDigits(match.groups?.han ?? "", hanUnit ?? "", known) }];
}

const CHINESE_DIGITS = "一二三四五六七八九";
const FORMAL_DIGITS = "壹贰叁肆伍陆柒捌玖";
const CHINESE_STEPS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** 伍佰万元 and 十二个月 are the same figures as 500万元 and 12个月. */
function inChineseDigits(digits: string, unit: string, known: KnownFacts): boolean {
  const [, scale, rest = ""] = /^([万亿]?)(.*)$/u.exec(unit) ?? [];
  return isKnown(String(chineseNumber(digits)), scale || undefined, /[万亿]/u.test(unit), rest || undefined, known);
}

function chineseNumber(digits: string): number {
  let [sum, digit] = [0, 0];
  for (const character of digits) {
    const step = CHINESE_STEPS[character];
    const at = Math.max(CHINESE_DIGITS.indexOf(character), FORMAL_DIGITS.indexOf(character));
    if (step !== undefined) [sum, digit] = [sum + (digit || 1) * step, 0];
    else digit = character === "两" ? 2 : at + 1;
  }
  return sum + digit;
}

type Parts = Readonly<Record<string, string | undefined>>;

function inDigits(
  place: Pick<Figure, "start" | "end" | "text">,
  { before, scale, unit }: Parts,
  digits: string,
  known: KnownFacts,
): Figure[] {
  const money = before !== undefined || IS_MONEY.test(unit ?? "");
  const amount = money || (unit === undefined && IS_LARGE.test(scale ?? ""));
  if (unit === undefined && !amount) return [];
  return [
    { ...place, measured: amount || IS_MEASURE.test(unit ?? ""), known: isKnown(digits, scale, amount, unit, known) },
  ];
}

function isKnown(
  digits: string,
  scale: string | undefined,
  amount: boolean,
  unit: string | undefined,
  known: KnownFacts,
): boolean {
  const value = decimal(digits.replaceAll(",", ""));
  if (value === undefined) return false;
  if (amount) {
    const yuan = multiply(value, { digits: FACTORS[scale ?? ""] ?? 1n, scale: 0 });
    return known.amountsYuan.some((one) => isSame(decimal(one), yuan));
  }
  const months = /^个月$|^months?$/u.test(unit ?? "") ? value : undefined;
  const years = /^年$|^years?$/u.test(unit ?? "") ? multiply(value, { digits: 12n, scale: 0 }) : undefined;
  return known.termMonths.some((term) => isSame(decimal(String(term)), months ?? years));
}

const FACTORS: Readonly<Record<string, bigint>> = {
  百: 100n,
  千: 1_000n,
  万: 10_000n,
  亿: 100_000_000n,
  万亿: 1_000_000_000_000n,
  k: 1_000n,
  thousand: 1_000n,
  m: 1_000_000n,
  mn: 1_000_000n,
  million: 1_000_000n,
  bn: 1_000_000_000n,
  billion: 1_000_000_000n,
};

function isSame(one: Decimal | undefined, other: Decimal | undefined): boolean {
  return one !== undefined && other !== undefined && compare(one, other) === 0;
}
