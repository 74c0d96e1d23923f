/** Whose work another may do: rights that cover, in the same unit or above. Pure. */
import { RIGHTS, type Scope, VERBS } from "./rights.ts";
import type { Role } from "./vocabulary.ts";

/** What each scope reaches, besides itself. */
const REACHES: Readonly<Record<Scope, readonly Scope[]>> = {
  own: [],
  unit: [],
  own_or_unit: ["own", "unit"],
  all: ["own", "unit", "own_or_unit"],
};

/** Whether somebody of the role `other` may do everything that `role` may, within the same units. */
export function covers(other: Role, role: Role): boolean {
  return VERBS.every((verb) => {
    const [wanted, has] = [RIGHTS[role][verb], RIGHTS[other][verb]];
    return wanted === undefined || (has !== undefined && (has === wanted || REACHES[has].includes(wanted)));
  });
}

/** An administrator's settings are nobody's daily work: they follow no stand-in. */
const FOLLOWS_NOBODY: readonly Role[] = ["administrator"];

export interface PlacedRole {
  readonly role: Role;
  /** The unit of the role, then every unit above it. */
  readonly unitPath: readonly string[];
}

/** The first role of the absent person that no role of the other covers; nothing where the other fits. */
export function uncoveredRole(
  absent: readonly PlacedRole[],
  other: readonly { readonly role: Role; readonly unitId: string }[],
): Role | undefined {
  return absent
    .filter(({ role }) => !FOLLOWS_NOBODY.includes(role))
    .find(({ role, unitPath }) => !other.some((has) => unitPath.includes(has.unitId) && covers(has.role, role)))?.role;
}
