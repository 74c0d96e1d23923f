import { objectOf, stringOf } from "../json.ts";
import { controlsOf, isEmptyValue } from "../records/view-values.ts";
import type { View, ViewValues } from "../world.ts";

const requiredMessage = "Please complete this required field.";

type Check = (text: string, element: Record<string, unknown>) => string | undefined;

const checkText: Check = (text, element) => {
  const { min_length: least, max_length: most } = element;
  if (typeof least === "number" && text.length < least) return `Please enter at least ${least} characters.`;
  if (typeof most === "number" && text.length > most) return `Please enter at most ${most} characters.`;
  return undefined;
};

const checkNumber: Check = (text, element) => {
  const pattern = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(text)) return "Please enter a valid number.";
  const least = stringOf(element.min_value);
  const most = stringOf(element.max_value);
  if (least !== "" && Number(text) < Number(least)) return `Please enter a number no less than ${least}.`;
  if (most !== "" && Number(text) > Number(most)) return `Please enter a number no greater than ${most}.`;
  return undefined;
};

const checks: Record<string, Check> = {
  plain_text_input: checkText,
  number_input: checkNumber,
  email_text_input: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : "Please enter a valid email."),
  url_text_input: (text) => (URL.canParse(text) ? undefined : "Please enter a valid URL."),
};

/**
 * What Slack's client says at a field before anything is sent: required fields, lengths, number ranges, forms of addresses.
 * Block id to message; empty when the view may be submitted.
 */
export function entryProblems(view: View, values: ViewValues): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { block, element, blockId, actionId, type } of controlsOf(view.blocks)) {
    if (block.type !== "input") continue;
    const value = values[blockId]?.[actionId];
    if (isEmptyValue(value)) {
      if (block.optional !== true) problems[blockId] = requiredMessage;
      continue;
    }
    const problem = checks[type]?.(stringOf(objectOf(value).value), element);
    if (problem) problems[blockId] = problem;
  }
  return problems;
}
