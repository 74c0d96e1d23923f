/** A rule as a person reads it before they sign it off: a line for each of its values, whole. Pure. */
import { z } from "zod";

/** Said beside the list already. */
const MARK = "needs_legal_review";

const group = z.record(z.string(), z.unknown());

/** `text` is the rule's canonical JSON, which is what is kept as read; `days: 7`, `article.number: 10(1)`, `source: S3, G`. */
export function ruleText(text: string): string {
  const value: unknown = JSON.parse(text);
  return linesOf(value, []).join("\n");
}

function linesOf(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value) && value.some((one) => typeof one === "object")) {
    return value.flatMap((one, at) => linesOf(one, [...path, String(at + 1)]));
  }
  const members = Array.isArray(value) ? undefined : group.safeParse(value).data;
  if (members === undefined) {
    const said = Array.isArray(value) ? value.join(", ") : String(value);
    return [path.length === 0 ? said : `${path.join(".")}: ${said}`];
  }
  return Object.entries(members).flatMap(([key, member]) => (key === MARK ? [] : linesOf(member, [...path, key])));
}
