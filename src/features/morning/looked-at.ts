/**
 * Who had nothing to hear when they were last looked at, so that a tick every few seconds does not ask the same again all day.
 * Only a shortcut: a restart forgets it, another day or another amount of work asks anew.
 */
import type { Parts } from "../../platform/context.ts";
import { assigneesOf, type Keeper } from "./keepers.ts";

const seen = new WeakMap<Parts, Map<string, string>>();

export interface LookedAt {
  isUnchanged(keeper: Keeper): boolean;
  remember(keeper: Keeper): void;
}

/** `amounts`: how much there is of each kind, by person. */
export function lookedAt(parts: Parts, amounts: readonly ReadonlyMap<string, number>[]): LookedAt {
  const known = seen.get(parts) ?? new Map<string, string>();
  seen.set(parts, known);
  const signOf = (keeper: Keeper) => {
    const counts = assigneesOf(keeper).map((person) => amounts.map((amount) => amount.get(person) ?? 0).join("+"));
    return `${keeper.today} ${counts.join(" ")}`;
  };
  return {
    isUnchanged: (keeper) => known.get(keeper.personId) === signOf(keeper),
    remember: (keeper) => void known.set(keeper.personId, signOf(keeper)),
  };
}
