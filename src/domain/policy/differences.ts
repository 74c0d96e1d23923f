/** What two policies say differently, rule by rule. Pure. */
import { isSection, membersOf, pathOf, type Value } from "./rule-paths.ts";

export interface Difference {
  /** `inspections.working_capital.zone_2.every_months` */
  readonly path: string;
  /** As JSON; undefined where there was, or is, no such rule. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** In the order of the older policy, what is new last. Lists of plain words are compared whole. */
export function differences(before: Value, after: Value, path: readonly string[] = []): Difference[] {
  if (isPlain(before) || isPlain(after)) {
    const [old, now] = [asText(before), asText(after)];
    return old === now ? [] : [{ path: pathOf(path), before: old, after: now }];
  }
  const [old, now] = [new Map(membersOf(before)), new Map(membersOf(after))];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names.flatMap((name) => differences(old.get(name), now.get(name), [...path, name]));
}

function isPlain(value: Value): boolean {
  return Array.isArray(value) ? !value.some(isSection) : !isSection(value);
}

function asText(value: Value): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
