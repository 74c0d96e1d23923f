/** A rule as a person reads it before they sign it off: a line for each of its values, whole. Pure. */
import { z } from "zod";

/** Said beside the list already. */
const MARK = "needs_legal_review";

const group = z.record(z.string(), z.unknown());

/** Titles of the policy's sources by their codes, which alone tell nobody what to read. */
type Titles = Readonly<Record<string, { readonly title: string }>>;

/** `text` is the rule's canonical JSON, which is what is kept as read; `days: 7`, `article.number: 10(1)`, `source: S4 (article 7)`. */
export function ruleText(text: string, sources: Titles = {}): string {
  const value: unknown = JSON.parse(text);
  return linesOf(value, [], sources).join("\n");
}

function linesOf(value: unknown, path: readonly string[], sources: Titles): string[] {
  if (Array.isArray(value) && value.some((one) => typeof one === "object")) {
    return value.flatMap((one, at) => linesOf(one, [...path, String(at + 1)], sources));
  }
  const members = Array.isArray(value) ? undefined : group.safeParse(value).data;
  if (members === undefined) {
    const named = path.at(-1) === "source" ? sources : {};
    const said = (Array.isArray(value) ? value : [value]).map((one) => sayOne(String(one), named)).join(", ");
    return [path.length === 0 ? said : `${path.join(".")}: ${said}`];
  }
  return Object.entries(members).flatMap(([key, member]) =>
    key === MARK ? [] : linesOf(member, [...path, key], sources),
  );
}

function sayOne(code: string, named: Titles): string {
  const title = named[code]?.title;
  return title === undefined ? code : `${code} (${title})`;
}
