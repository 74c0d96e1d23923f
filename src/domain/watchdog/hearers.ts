/** Who must have heard of a late item: the holders of the rungs that were reached; a rung that nobody holds is passed upward at once. */
import type { Role } from "../vocabulary.ts";
import type { Milestone, TellingRules } from "./milestones.ts";

/** Above the policy's last rung. */
const AT_THE_TOP: Role = "head_office_manager";

/** Every role that could have to hear. */
export function rolesToHear({ rungs }: TellingRules): readonly Role[] {
  return [...new Set<Role>([...rungs.map(({ to }) => to), AT_THE_TOP])];
}

export interface ReachedRung {
  readonly to: Role;
  readonly workingDays: number;
  readonly heard: Milestone;
}

/** By person the latest milestone; empty where a rung was reached and nobody up to the top could hear of it. */
export function hearersOf(
  rules: TellingRules,
  reached: readonly ReachedRung[],
  holders: (role: Role) => readonly string[],
): ReadonlyMap<string, Milestone> {
  const heard = new Map<string, Milestone>();
  for (const rung of reached) {
    for (const person of personsOf(rules, rung, holders)) {
      const known = heard.get(person);
      if (known === undefined || known.rank < rung.heard.rank) {
        heard.set(person, rung.heard);
      }
    }
  }
  return heard;
}

function personsOf(
  rules: TellingRules,
  { to, workingDays }: ReachedRung,
  holders: (role: Role) => readonly string[],
): readonly string[] {
  const higher = rules.rungs
    .filter((rung) => rung.workingDays > workingDays)
    .toSorted((a, b) => a.workingDays - b.workingDays)
    .map((rung) => rung.to);
  for (const role of [to, ...higher, AT_THE_TOP]) {
    const persons = holders(role);
    if (persons.length > 0) {
      return persons;
    }
  }
  return [];
}
