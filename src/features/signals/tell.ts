/** Who is told of a signal at once: whoever answers for it, and the posts of its level that wait for nobody (handbook 2.5). */
import type { Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { holdersOf } from "../people/index.ts";
import { RAISED_KIND, SIGNAL_SUBJECT, TOLD_KIND, WAITS_KIND } from "./ids.ts";
import { loadSignal, rolesThatKnow, type SignalCase } from "./signal-case.ts";

/** Who is asked where a step waits for a second person. */
export const SECONDS: readonly Role[] = ["unit_manager", "post_loan_officer"];

export async function tellRaised(tx: Context, signalId: string): Promise<void> {
  const found = await loadSignal(tx, signalId);
  if (found === undefined) {
    return;
  }
  const { row, level } = found;
  const isUrgent = level === "red" || level === "orange";
  for (const personId of await audience(tx, found)) {
    await promise(tx, {
      key: `${RAISED_KIND}:${row.id}:${row.version}:${personId}`,
      kind: RAISED_KIND,
      personId,
      urgent: isUrgent,
      refs: { signalId: row.id, round: String(row.version) },
      items: [{ kind: SIGNAL_SUBJECT, id: row.id, stage: level }],
    });
  }
}

/** Somebody who has no part in it is asked. */
export async function tellSeconds(tx: Context, signalId: string, roles: readonly Role[]): Promise<void> {
  const found = await loadSignal(tx, signalId);
  if (found === undefined) {
    return;
  }
  const { row, subject } = found;
  const asked = row.isRestricted ? rolesThatKnow(tx, row.code) : roles;
  const people = await holdersOfAny(tx, found, asked, [...(subject.notByPersons ?? []), ...found.outsiders]);
  for (const personId of people) {
    await promise(tx, {
      key: `${WAITS_KIND}:${row.id}:${row.version}:${personId}`,
      kind: WAITS_KIND,
      personId,
      urgent: found.level === "red",
      refs: { signalId: row.id, round: String(row.version) },
      items: [{ kind: SIGNAL_SUBJECT, id: row.id, stage: row.state }],
    });
  }
}

/** What became of it, to those who answer for it and who asked. */
export async function tellWhatBecame(tx: Context, signalId: string, asker: string | null): Promise<void> {
  const found = await loadSignal(tx, signalId);
  if (found === undefined) {
    return;
  }
  const { row } = found;
  const keeper = row.named.length > 0 ? null : (row.borrower.ownerships[0]?.personId ?? null);
  const people = row.isRestricted ? [asker] : [asker, row.ownerId, keeper];
  for (const personId of new Set(people.filter((one) => one !== null && one !== tx.actor.personId))) {
    if (personId !== null) {
      await promise(tx, {
        key: `${TOLD_KIND}:${row.id}:${row.version}:${personId}`,
        kind: TOLD_KIND,
        personId,
        refs: { signalId: row.id, byId: tx.actor.personId, state: row.state },
        items: [{ kind: SIGNAL_SUBJECT, id: row.id, stage: row.state }],
      });
    }
  }
}

async function audience(tx: Context, found: SignalCase): Promise<string[]> {
  const { row, level, outsiders } = found;
  if (row.isRestricted) {
    return holdersOfAny(tx, found, rolesThatKnow(tx, row.code), outsiders);
  }
  const path = tx.policy.policy.clocks.signals[level].path;
  const atOnce = path.filter(({ after }) => after === undefined).map(({ role }) => role);
  const keeper = row.borrower.ownerships[0]?.personId ?? row.ownerId;
  // An account that nobody keeps is its unit manager's.
  const roles: readonly Role[] = keeper === null ? ["unit_manager", ...atOnce] : atOnce;
  const told = await holdersOfAny(tx, found, roles, []);
  return [...new Set([...(keeper === null ? [] : [keeper]), ...told])];
}

export async function holdersOfAny(
  { db, now }: Context,
  { row }: SignalCase,
  roles: readonly Role[],
  except: readonly string[],
): Promise<string[]> {
  const people: string[] = [];
  for (const role of new Set(roles.filter((one) => one !== "account_manager"))) {
    people.push(...(await holdersOf(db, role, row.unitId, now, except)).personIds);
  }
  return [...new Set(people)];
}
