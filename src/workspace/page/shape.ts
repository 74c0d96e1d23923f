/** Block Kit arrives as JSON that the page must draw whatever it holds; these readers never throw. */
export type Shape = Record<string, unknown>;

export function isShape(value: unknown): value is Shape {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function shape(value: unknown): Shape {
  return isShape(value) ? value : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function shapes(value: unknown): Shape[] {
  return list(value).filter(isShape);
}

export function word(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function words(value: unknown): string[] {
  return list(value).map(word);
}

export function count(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The words of a text object, `{ type, text }`, or of a bare string. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : word(shape(value).text);
}
