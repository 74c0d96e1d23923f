import { bare, type Field, type FieldValue, isEmpty } from "./fields.ts";
import { say } from "./say.ts";
import { count, list, word } from "./shape.ts";

const DEFAULT_LONGEST = 3000;

type Check = (field: Field, value: string) => string | null;

function lengths({ element }: Field, value: string): string | null {
  const shortest = count(element.min_length) ?? 0;
  const longest = count(element.max_length) ?? DEFAULT_LONGEST;
  if (value.length < shortest) {
    return say("Enter at least {least} characters.", { least: shortest });
  }
  return value.length > longest
    ? say("Enter at most {most} characters; this is {length}.", { most: longest, length: value.length })
    : null;
}

function numbers({ element }: Field, value: string): string | null {
  const wellFormed = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!wellFormed.test(value)) {
    return say(element.is_decimal_allowed === true ? "Enter a number." : "Enter a whole number.");
  }
  const least = word(element.min_value);
  const most = word(element.max_value);
  if (least !== "" && Number(value) < Number(least)) {
    return say("Enter a number of at least {least}.", { least });
  }
  return most !== "" && Number(value) > Number(most) ? say("Enter a number of at most {most}.", { most }) : null;
}

const CHECKS: Record<string, Check> = {
  plain_text_input: lengths,
  number_input: numbers,
  email_text_input: (_field, value) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : say("Enter an e-mail address."),
  url_text_input: (_field, value) =>
    URL.canParse(value) ? null : say("Enter a full address, such as https://example.com."),
};

function tooMany({ element }: Field, inner: unknown): string | null {
  const most = count(element.max_selected_items) ?? count(element.max_files);
  return most !== undefined && list(inner).length > most ? say("Choose at most {most}.", { most }) : null;
}

/** What Slack's own client refuses before it sends a submission; null when the field may go. */
export function complaintAbout(field: Field, value: FieldValue): string | null {
  const inner = bare(value);
  if (isEmpty(inner)) {
    return field.input !== null && field.input.optional !== true ? say("This field is required.") : null;
  }
  return CHECKS[value.type]?.(field, word(inner)) ?? tooMany(field, inner);
}
