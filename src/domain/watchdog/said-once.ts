/**
 * Who must have heard of a signal that does not climb (handbook 2.4, paths; restricted matters). Written a second time on purpose, from
 * the policy's words. Moments are on the wall of the signal's unit.
 */
import type { LocalMinute } from "../calendar/working-minutes.ts";
import type { Role } from "../vocabulary.ts";
import { earlierThan, type OwedRung, type SignalRules, whenAwake } from "./signal-rungs.ts";

export interface OnceFacts {
  /** Since it has its level. */
  readonly since: LocalMinute;
  /** Roles that know of it, where few may. */
  readonly restrictedTo: readonly Role[] | undefined;
  readonly isAcknowledged: boolean;
  /** Its fact is gone since. */
  readonly cured: LocalMinute | undefined;
  /** A contact note was opened, which stands in the morning of whoever makes the call. */
  readonly isCalled: boolean;
  /** The desk asks two people to agree to its release. */
  readonly releaseAsked: LocalMinute | undefined;
}

const KEEPER: Role = "account_manager";
const SECONDS: readonly Role[] = ["unit_manager", "post_loan_officer"];

/** What was owed by `now`: to those who may know at once; else once to its keeper, and to whoever may agree to a release. */
export function owedOnce(
  facts: OnceFacts,
  rules: Pick<SignalRules, "calendar" | "hours">,
  now: LocalMinute,
): readonly OwedRung[] {
  const owed =
    facts.restrictedTo === undefined ? [...ofKeeper(facts, rules), ...ofSeconds(facts, rules)] : known(facts);
  return owed.filter(({ at }) => !earlierThan(now, at));
}

/** At whatever hour. */
function known({ restrictedTo = [], since, isAcknowledged }: OnceFacts): OwedRung[] {
  return restrictedTo.map((to) => ({
    ...{ to, above: [], isOnlyTheirs: true, at: since },
    awaits: "acknowledge",
    isAwaited: !isAcknowledged,
  }));
}

/** An account that nobody keeps is its unit manager's. What was cured before it could be said is not said. */
function ofKeeper(facts: OnceFacts, rules: Pick<SignalRules, "calendar" | "hours">): OwedRung[] {
  const at = whenAwake(rules, facts.since);
  const isOver = facts.isCalled || (facts.cured !== undefined && earlierThan(facts.cured, at));
  return isOver ? [] : [{ to: KEEPER, above: ["unit_manager"], awaits: "raised", isAwaited: false, at }];
}

function ofSeconds({ releaseAsked }: OnceFacts, rules: Pick<SignalRules, "calendar" | "hours">): OwedRung[] {
  if (releaseAsked === undefined) return [];
  const at = whenAwake(rules, releaseAsked);
  return SECONDS.map((to) => ({ to, above: [], awaits: "release", isAwaited: true, isOnlyTheirs: true, at }));
}
