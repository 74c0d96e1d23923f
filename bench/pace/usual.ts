/** What a customer in good standing gives to answer: by the policy's own thresholds, nothing out of range where one figure alone can tell. */
import { addMonths, isoDate } from "../../src/domain/dates.ts";
import type { Condition } from "../../src/domain/templates/condition.ts";
import type { CheckItem } from "../../src/domain/templates/item.ts";
import { shippedTemplates } from "../../test/domain/templates/shipped-templates.ts";

const FIGURES = ["1", "0", "100", "3"];
const YUAN = ["120000", "0"];
const PERSON = "王主任，财务负责人";
const PLACE = "解放路12号";
/** A step more follows a yes. */
const RISK_FOUND = "Was a risk found?";

const ITEMS: ReadonlyMap<string, CheckItem> = new Map(
  shippedTemplates("cn-bank").flatMap(({ blocks }) =>
    blocks.flatMap(({ items }) => items.map((item) => [item.label.en, item] as const)),
  ),
);

const itemOf = (label: string): CheckItem | undefined => {
  const [own = ""] = label.split(/ \((?:optional|yuan)/u);
  return ITEMS.get(own) ?? [...ITEMS.values()].find((item) => own.startsWith(`${item.label.en} (`));
};

function conditionsOf(item: CheckItem | undefined): Condition[] {
  return Object.values(item?.thresholds ?? {}).flat();
}

/** Its place among the choices: the first that is not out of range. */
export function usualChoice(label: string): number {
  if (label.startsWith(RISK_FOUND)) return 1;
  const item = itemOf(label);
  const outOfRange = new Set(conditionsOf(item).flatMap((condition) => condition.in ?? []));
  const options = item?.options?.map(({ value }) => value) ?? ["yes", "no"];
  return Math.max(
    0,
    options.findIndex((option) => !outOfRange.has(option)),
  );
}

/** An insurance or a registration runs for a year yet; everything else is of the day. */
export function usualDate(label: string, today: string): string {
  return label.includes(" until") ? addMonths(isoDate(today), 12) : today;
}

/** What is typed into one line. */
export function usualLine(label: string): string {
  const item = itemOf(label);
  if (item?.type === "text") return label.startsWith("Where") ? PLACE : PERSON;
  const figures = label.includes("(yuan)") ? YUAN : FIGURES;
  const plain = conditionsOf(item).filter(({ than, percent_of }) => than === undefined && percent_of === undefined);
  return figures.find((figure) => plain.every((condition) => !holds(condition, Number(figure)))) ?? "1";
}

function holds({ lt, lte, gt, gte }: Condition, figure: number): boolean {
  return (
    figure < Number(lt ?? -Infinity) ||
    figure <= Number(lte ?? -Infinity) ||
    figure > Number(gt ?? Infinity) ||
    figure >= Number(gte ?? Infinity)
  );
}
