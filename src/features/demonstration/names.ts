/** Invented names. No company, person, place or number here exists; any likeness is chance. */
import type { Chance } from "./random.ts";

const SURNAMES = [
  "李",
  "王",
  "张",
  "刘",
  "陈",
  "杨",
  "黄",
  "吴",
  "徐",
  "孙",
  "胡",
  "朱",
  "高",
  "罗",
  "郑",
  "梁",
  "谢",
  "唐",
  "韩",
  "曹",
  "邓",
  "彭",
  "曾",
  "萧",
  "田",
  "董",
  "欧阳",
  "上官",
] as const;
const GIVEN = [
  "建国",
  "秀英",
  "志强",
  "桂兰",
  "国华",
  "玉梅",
  "海涛",
  "丽娟",
  "文博",
  "雪梅",
  "立新",
  "淑芬",
  "俊杰",
  "晓东",
  "红霞",
  "春生",
  "永福",
  "金凤",
  "宏伟",
  "小燕",
  "德胜",
  "翠花",
  "思源",
  "雨桐",
  "长青",
  "月娥",
  "振华",
  "静怡",
  "大勇",
  "凯",
] as const;
const BRANDS = [
  "恒裕",
  "瑞丰",
  "众诚",
  "鑫禾",
  "锦程",
  "宏泰",
  "康源",
  "旭升",
  "兴隆",
  "华茂",
  "安顺",
  "金穗",
  "同创",
  "百味",
  "晨光",
  "永利",
  "盛达",
  "嘉禾",
  "泰和",
  "隆昌",
  "远航",
  "润泽",
  "聚力",
  "双龙",
  "新源",
  "正大道",
  "云帆",
  "福临",
  "长盈",
  "佳美",
] as const;
const PLACES = ["云岭", "柳河", "青石桥", "白鹭洲"] as const;
const ROADS = ["文昌路", "柳河大道", "青石街", "白鹭东路", "工业二路", "云岭南路"] as const;
const VILLAGES = ["柳河镇白杨村", "青石桥镇上湾村", "白鹭乡双井村", "云岭镇大田村"] as const;

const CORPORATE_TRADES = [
  ["食品", "C1419"],
  ["机械制造", "C3499"],
  ["纺织", "C1711"],
  ["化工", "C2669"],
  ["新材料", "C3099"],
  ["建材", "C3039"],
  ["物流", "G5990"],
  ["电子科技", "C3989"],
] as const;
const SMALL_TRADES = [
  ["商贸", "F5199"],
  ["五金", "F5174"],
  ["包装", "C2319"],
  ["餐饮管理", "H6210"],
  ["家具", "C2110"],
  ["印务", "C2319"],
  ["服饰", "F5132"],
  ["汽配", "F5262"],
] as const;
const GRAIN_TRADES = [
  ["粮油购销", "F5111"],
  ["棉业", "F5112"],
  ["粮食仓储", "G5951"],
] as const;
const SHOPS = [
  "小吃店",
  "五金店",
  "水果行",
  "理发店",
  "建材门市部",
  "快餐店",
  "服装店",
  "汽车维修部",
  "超市",
  "茶庄",
] as const;

export interface NamedBusiness {
  readonly name: string;
  /** GB/T 4754. */
  readonly industryCode: string;
}

export function personName(chance: Chance): string {
  return chance.pick(SURNAMES) + chance.pick(GIVEN);
}

export function companyName(chance: Chance, size: "corporate" | "small" | "grain"): NamedBusiness {
  const [trade, industryCode] = chance.pick<readonly [string, string]>(tradesOf(size));
  const ending = size === "corporate" ? chance.pick(["有限公司", "股份有限公司", "有限公司"]) : "有限公司";
  return { name: `${chance.pick(PLACES)}${chance.pick(BRANDS)}${trade}${ending}`, industryCode };
}

function tradesOf(
  size: "corporate" | "small" | "grain",
): typeof CORPORATE_TRADES | typeof SMALL_TRADES | typeof GRAIN_TRADES {
  if (size === "corporate") {
    return CORPORATE_TRADES;
  }
  return size === "small" ? SMALL_TRADES : GRAIN_TRADES;
}

export function shopName(chance: Chance): NamedBusiness {
  return { name: `${chance.pick(PLACES)}${chance.pick(BRANDS)}${chance.pick(SHOPS)}`, industryCode: "F5299" };
}

export function townAddress(chance: Chance): string {
  return `云岭市柳河区${chance.pick(ROADS)}${chance.between(1, 288)}号`;
}

export function villageAddress(chance: Chance): string {
  return `云岭市${chance.pick(VILLAGES)}${chance.between(1, 9)}组${chance.between(1, 80)}号`;
}

/** Eighteen places beginning with a region that does not exist. */
export function creditCode(chance: Chance): string {
  return `9199${digits(chance, 8)}MA${digits(chance, 3)}X`;
}

export function identityNumber(chance: Chance): string {
  const born = `${chance.between(1958, 1999)}${two(chance.between(1, 12))}${two(chance.between(1, 28))}`;
  return `990199${born}${digits(chance, 4)}`;
}

/** A prefix that no operator gives out. */
export function phoneNumber(chance: Chance): string {
  return `100${digits(chance, 8)}`;
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.between(0, 9)).join("");
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
