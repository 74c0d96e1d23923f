import { type Refusal, refuse } from "../refusal.ts";
import type { ItemUnit } from "../templates/units.ts";
import { type Decimal, decimal, decimalText, multiply } from "./decimal.ts";

const WESTERN = /^(?<sign>[-+]?)(?<whole>\d+|\d{1,3}(?:,\d{3})+)(?<fraction>\.\d+)?$/u;
const TEN_THOUSANDS = /^(?<amount>.*\d)\s*(?<word>[万萬亿億])\s*元?$/u;
const LONGEST = 18;

/**
 * The number that a person typed, in any of the ways people type one: full-width digits, thousands separators, a typographic
 * minus, `%` on a percentage, `元` or `¥` on an amount. Refuses what could mean two things (`12,5`, `3万`) and says the remedy.
 */
export function numberFromText(typed: string, unit: ItemUnit): Decimal | Refusal {
  const text = halfWidth(typed);
  const inTenThousands = TEN_THOUSANDS.exec(text)?.groups;
  if (inTenThousands !== undefined) return tenThousandsRefused(inTenThousands, text);
  if (text.endsWith("%") && unit !== "percent") return refuse("check.error.percent_not_asked", { unit });
  const parts = WESTERN.exec(withoutMark(text, unit))?.groups;
  if (parts === undefined) return refuse(text.includes(",") ? "check.error.separators" : "check.error.not_a_number");
  const whole = (parts.whole ?? "").replaceAll(",", "");
  if (whole.length > LONGEST) return refuse("check.error.too_long_number");
  const sign = parts.sign === "-" ? "-" : "";
  return decimal(`${sign}${whole}${parts.fraction ?? ""}`) ?? refuse("check.error.not_a_number");
}

/** Full-width forms stand exactly 0xFEE0 above the plain ones. */
function halfWidth(typed: string): string {
  const plain = typed.replace(/[！-～]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0));
  return plain
    .replaceAll("\u3000", " ")
    .replace(/[−﹣–]/gu, "-")
    .replaceAll("￥", "¥")
    .trim();
}

function withoutMark(text: string, unit: ItemUnit): string {
  if (unit === "percent") return text.replace(/\s*%$/u, "");
  if (unit === "yuan") return text.replace(/^¥\s*/u, "").replace(/\s*元$/u, "");
  return text;
}

function tenThousandsRefused({ amount = "", word = "" }: Record<string, string>, typed: string): Refusal {
  const meant = decimal(amount.replaceAll(",", "").replace(/^¥\s*/u, "").trim());
  const factor = /[万萬]/u.test(word) ? 10_000n : 100_000_000n;
  const inYuan = meant && decimalText(multiply(meant, { digits: factor, scale: 0 }), 0);
  return inYuan === undefined
    ? refuse("check.error.ten_thousands", { typed })
    : refuse("check.error.ten_thousands_meant", { typed, meant: inYuan });
}
