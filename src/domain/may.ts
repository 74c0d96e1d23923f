/**
 * The one authorization rule: may this actor do this verb to this subject? Judged by the table of rights, and four eyes here and,
 * independently, by the database.
 */
import { RIGHTS, type Scope, type Verb } from "./rights.ts";
import type { Role } from "./vocabulary.ts";

/** The verbs that need a second person (R83). */
const FOUR_EYES: readonly Verb[] = [
  "open_review",
  "approve_report",
  "return_report",
  "ask_reinspection",
  "decide_extension",
  // Whoever has a part in a report does not choose its judge.
  "name_reviewer",
  "close_measure",
  "adopt_policy",
  "decide_override",
  "recognise_tier",
  "approve_tier",
  "decide_zone",
  "second_signal",
  "second_restricted_signal",
];

export interface ActorFacts {
  readonly personId: string;
  /** The scheduler and the terminal act as the system; its verbs are those of the administrator. */
  readonly kind: "person" | "system";
  readonly grants: readonly { role: Role; unitId: string }[];
  /** Persons whose work falls to the actor today. */
  readonly standsInFor: readonly string[];
}

export interface SubjectFacts {
  /** The subject's unit and every unit above it. Empty: the subject belongs to no unit, so `unit` scope never fits. */
  readonly unitPath: readonly string[];
  readonly assigneeId?: string | null;
  readonly ownerId?: string | null;
  /** Who submitted what is to be decided, the account's owner and their stand-ins: none of them may decide. */
  readonly notByPersons?: readonly string[];
  /** Who has a part in what a re-check looks at again: it is never theirs, whomever they stand in for (R81). */
  readonly neverOwn?: readonly string[];
}

/** A verb that concerns the actor alone, or nothing in particular (help, an import). */
export const nothingInParticular: SubjectFacts = { unitPath: [] };

export type Verdict =
  | { allowed: true; as: Role | "system" }
  | { allowed: false; because: "role" | "scope" | "four_eyes" };

export function may(actor: ActorFacts, verb: Verb, subject: SubjectFacts): Verdict {
  if (actor.kind === "system") {
    return RIGHTS.administrator[verb] === undefined
      ? { allowed: false, because: "role" }
      : { allowed: true, as: "system" };
  }
  if (FOUR_EYES.includes(verb) && subject.notByPersons?.includes(actor.personId)) {
    return { allowed: false, because: "four_eyes" };
  }
  const holding = actor.grants.filter((grant) => RIGHTS[grant.role][verb] !== undefined);
  const fitting = holding.find((grant) => fits(actor, grant, RIGHTS[grant.role][verb], subject));
  if (fitting !== undefined) {
    return { allowed: true, as: fitting.role };
  }
  return { allowed: false, because: holding.length === 0 ? "role" : "scope" };
}

/** Whether any subject could be allowed at all: what decides if a button or a command is shown. */
export function mayAtAll(actor: ActorFacts, verb: Verb): boolean {
  if (actor.kind === "system") {
    return RIGHTS.administrator[verb] !== undefined;
  }
  return actor.grants.some((grant) => RIGHTS[grant.role][verb] !== undefined);
}

function fits(actor: ActorFacts, grant: { unitId: string }, scope: Scope | undefined, subject: SubjectFacts): boolean {
  switch (scope) {
    case undefined:
      return false;
    case "all":
      return true;
    case "unit":
      return subject.unitPath.includes(grant.unitId);
    case "own_or_unit":
      return subject.unitPath.includes(grant.unitId) || isOwn(actor, subject);
    case "own":
      return isOwn(actor, subject);
  }
}

function isOwn(actor: ActorFacts, subject: SubjectFacts): boolean {
  const mine = [actor.personId, ...actor.standsInFor];
  if (subject.neverOwn?.includes(actor.personId)) return false;
  return [subject.assigneeId, subject.ownerId].some((person) => person != null && mine.includes(person));
}

/** Those who answer for an account read its names and numbers in full; whoever else may see it, sees them masked. */
const READS_IN_FULL: readonly Role[] = [
  "account_manager",
  "post_loan_officer",
  "risk_manager",
  "unit_manager",
  "head_office_manager",
  "asset_operations",
];

export function readsInFull(actor: ActorFacts, verb: Verb, subject: SubjectFacts): boolean {
  return may(answering(actor), verb, subject).allowed;
}

/** The same person with only the roles that read names in full. */
export function answering<A extends ActorFacts>(actor: A): A {
  return { ...actor, grants: actor.grants.filter(({ role }) => READS_IN_FULL.includes(role)) };
}
