/** The rules of a policy that compliance has yet to read in the original: those marked `needs_legal_review`. Pure. */
import { isSection, membersOf, pathOf, type Value } from "./rule-paths.ts";

const MARK = "needs_legal_review";

export interface UnreviewedRule {
  readonly path: string;
  /** The very words of the rule, as JSON. */
  readonly text: string;
}

export function unreviewedRules(policy: Value, path: readonly string[] = []): UnreviewedRule[] {
  const own = isMarked(policy) ? [{ path: pathOf(path), text: JSON.stringify(policy) }] : [];
  return [...own, ...membersOf(policy).flatMap(([name, member]) => unreviewedRules(member, [...path, name]))];
}

export function countUnreviewed(policy: Value): number {
  return unreviewedRules(policy).length;
}

/** The policy without the marks of these rules: somebody has read them. */
export function withoutMarks(policy: Value, read: ReadonlySet<string>, path: readonly string[] = []): Value {
  if (Array.isArray(policy)) {
    return membersOf(policy).map(([name, member]) => withoutMarks(member, read, [...path, name]));
  }
  if (!isSection(policy)) return policy;
  const isRead = isMarked(policy) && read.has(pathOf(path));
  const members = Object.entries(policy).filter(([name]) => !(isRead && name === MARK));
  return Object.fromEntries(members.map(([name, member]) => [name, withoutMarks(member, read, [...path, name])]));
}

function isMarked(value: Value): boolean {
  return isSection(value) && value[MARK] === true;
}
