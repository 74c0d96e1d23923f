/** One agreement to a release: whose turn it is in the chain that was told, and whether it is the last. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { nextToAgree, type ReleaseChain, releaseChain } from "../../domain/signals/steps.ts";
import { ROLES, type Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { holdersOf } from "../people/index.ts";
import type { SignalCase } from "./signal-case.ts";

export interface Agreement {
  /** In which role; nothing where anybody's agreement counts. */
  readonly role: Role | undefined;
  readonly closes: boolean;
  /** Whose turn is next. */
  readonly next: Role | undefined;
}

export async function agreementOf(tx: Context, found: SignalCase): Promise<Agreement | Refusal> {
  const { row, now, level, subject } = found;
  const clocks = tx.policy.policy.clocks.signals;
  // Of a restricted one nobody of the line is asked.
  const chain: ReleaseChain = row.isRestricted
    ? { roles: [], persons: 1 }
    : releaseChain({ path: now.path, level }, clocks);
  const agreed = row.events
    .filter(({ act, round }) => act === "agree_release" && round === row.askRound)
    .map(({ asRole }) => (asRole === null ? null : oneOf(ROLES, asRole)));
  const vacant = await vacantRoles(
    tx,
    found,
    chain.roles.filter((role) => !agreed.includes(role)),
  );
  const turn = nextToAgree(chain, agreed, vacant);
  if (turn === "done") {
    return refuse("signal.not_now", { state: now.state });
  }
  const holds = tx.actor.grants.some(({ role, unitId }) => role === turn && subject.unitPath.includes(unitId));
  if (turn !== "anybody" && !holds) {
    return refuse("signal.turn_of", { role: turn });
  }
  const role = turn === "anybody" ? undefined : turn;
  const after = nextToAgree(chain, [...agreed, role ?? null], vacant);
  return { role, closes: after === "done", next: after === "done" || after === "anybody" ? undefined : after };
}

/** A post that nobody holds who has no part in it is passed: the next one up decides. */
async function vacantRoles(
  { db, now }: Context,
  { row, subject }: SignalCase,
  roles: readonly Role[],
): Promise<Role[]> {
  const vacant: Role[] = [];
  for (const role of roles) {
    const { personIds } = await holdersOf(db, role, row.unitId, now, subject.notByPersons);
    if (personIds.length === 0) vacant.push(role);
  }
  return vacant;
}
