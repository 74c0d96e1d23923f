/** Where a rule stands in a policy, said so that it is the same after something is put in before it. Pure. */

/** What tells the members of a list apart, in this order. */
const NAMES = ["id", "key", "value", "bucket", "band", "over_days", "to"] as const;

export type Value = unknown;

/** Members with the name under which they stand: a key of a section, the name of a list's member, or its place. */
export function membersOf(value: Value): [string, Value][] {
  if (Array.isArray(value)) return value.map((member, at) => [nameOf(member) ?? String(at + 1), member]);
  return isSection(value) ? Object.entries(value) : [];
}

export function isSection(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(member: Value): string | undefined {
  if (!isSection(member)) return undefined;
  const name = NAMES.find((one) => typeof member[one] === "string" || typeof member[one] === "number");
  return name === undefined ? undefined : String(member[name]);
}

export function pathOf(path: readonly string[]): string {
  return path.join(".");
}
