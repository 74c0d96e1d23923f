/** Who is told at a step: whoever holds its role then. A role that nobody holds hands on at once, and that is reported. Pure. */
import type { Role } from "../vocabulary.ts";
import type { LevelClock, Step } from "./rungs.ts";

/** Above the policy's last rung. An administrator, who sees no customers, is told of the vacancy instead. */
const LAST_RESORT: readonly Role[] = ["head_office_manager"];

export interface Seated {
  readonly personIds: readonly string[];
  /** Nobody holds these. */
  readonly vacant: readonly Role[];
}

/** `holders`: who holds the role for the signal at this moment; without those who may not know of it. */
export function seatedAt(
  { role, rung }: Pick<Step, "role" | "rung">,
  { path }: Pick<LevelClock, "path">,
  holders: (role: Role) => readonly string[],
): Seated {
  const above = [...path.slice(rung + 1).map((next) => next.role), ...LAST_RESORT];
  const vacant: Role[] = [];
  for (const one of [role, ...above.filter((next) => next !== role)]) {
    const personIds = holders(one);
    if (personIds.length > 0) return { personIds, vacant };
    if (!vacant.includes(one)) vacant.push(one);
  }
  return { personIds: [], vacant };
}

/** Every role that a ladder may ask for. */
export function rolesOfClock({ path }: Pick<LevelClock, "path">): Role[] {
  return [...new Set<Role>(["account_manager", ...path.map(({ role }) => role), ...LAST_RESORT])];
}
