/**
 * One text per value: keys sorted, no spaces, absent fields left out. The text is hashed and stored as it is, so it
 * must not depend on the order in which fields were set.
 *
 * bigint: its digits, as a string. Date and luxon moments: ISO 8601 in UTC. Throws TypeError on what has no such
 * text: functions, symbols, NaN and infinities.
 */
export function canonicalText(value: unknown): string {
  return write(value) ?? "null";
}

function write(value: unknown): string | undefined {
  switch (typeof value) {
    case "undefined":
      return undefined;
    case "bigint":
      return `"${value}"`;
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "number":
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    case "object":
      return writeObject(value);
  }
  throw new TypeError(`no canonical text for a ${typeof value}: ${String(value)}`);
}

function writeObject(value: object | null): string | undefined {
  if (value === null) return "null";
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if ("toJSON" in value && typeof value.toJSON === "function") return write(value.toJSON());
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  const fields = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, inner]) => {
      const text = write(inner);
      return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
    });
  return `{${fields.join(",")}}`;
}
