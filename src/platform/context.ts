/** What every use case is given: who acts, when, in which language, under which policy, on which database. */
import { type ActorFacts, may, mayAtAll, type SubjectFacts } from "../domain/may.ts";
import type { Policy } from "../domain/policy/schema.ts";
import { type Refusal, refuse } from "../domain/refusal.ts";
import type { Verb } from "../domain/rights.ts";
import type { Language, Moment } from "../domain/vocabulary.ts";
import { type Translate, translator } from "../texts/index.ts";
import type { Calendars } from "./calendars/index.ts";
import type { Clocks } from "./clock.ts";
import type { Log } from "./log.ts";
import type { BulkSql, Database, Tx } from "./storage/index.ts";

export interface PolicyInForce {
  /** The PolicyVersion row that decisions name. */
  readonly versionId: string;
  readonly policy: Policy;
}

/** The policy in force, and every earlier one: a draft and a report keep theirs. */
export interface Policies {
  inForce(): PolicyInForce;
  byVersion(versionId: string): Promise<PolicyInForce>;
  /** Somebody may have adopted another, in this process or in one beside it. */
  refresh(): Promise<void>;
}

/** What lives as long as the process. */
export interface Parts {
  readonly database: Database;
  readonly clocks: Clocks;
  readonly policies: Policies;
  readonly calendars: Calendars;
  readonly log: Log;
  readonly pages: ServedPages;
}

/** The pages of this process's own, on which files are handed in and fetched. */
export interface ServedPages {
  /** How people reach them; unknown while none are served. */
  address: string | undefined;
}

export interface Actor extends ActorFacts {
  readonly name: string;
  readonly timeZone: string;
}

export interface Context {
  readonly parts: Parts;
  readonly actor: Actor;
  /** The business moment, read once per request or job. */
  readonly now: Moment;
  readonly language: Language;
  readonly t: Translate;
  readonly policy: PolicyInForce;
  /** Reads and writes; inside `inTransaction` it is the transaction. */
  readonly db: Tx;
}

export const SYSTEM_ACTOR: Actor = {
  personId: "system",
  kind: "system",
  name: "afterloan",
  grants: [],
  standsInFor: [],
  timeZone: "UTC",
};

export function createContext(parts: Parts, actor: Actor, language: Language): Context {
  return {
    parts,
    actor,
    now: parts.clocks.now(),
    language,
    t: translator(language),
    policy: parts.policies.inForce(),
    db: parts.database.db,
  };
}

/** The scheduler and the terminal act under a name, so that the audit has no blanks. */
export function systemContext(parts: Parts, language: Language = "en"): Context {
  return createContext(parts, SYSTEM_ACTOR, language);
}

/**
 * One transaction: the change, its audit event and its promises together, or none of them. Nothing is sent to Slack inside.
 * A refusal returned by the work is no failure; what it wrote before refusing stays, so decide before you write.
 * `limitMs` is for work that nobody waits for: see `Database.inTransaction`.
 */
export async function inTransaction<T>(ctx: Context, work: (tx: Context) => Promise<T>, limitMs?: number): Promise<T> {
  return ctx.parts.database.inTransaction((db) => work({ ...ctx, db }), limitMs);
}

/** Many rows in one statement, in the caller's transaction. */
export function bulkIn(tx: Context): BulkSql {
  const { database } = tx.parts;
  return { kind: database.kind, raw: database.rawIn(tx.db) };
}

/** The only question of rights there is. Answers the refusal, or nothing when it is allowed. */
export function authorize(ctx: Context, verb: Verb, subject: SubjectFacts): Refusal | undefined {
  const verdict = may(ctx.actor, verb, subject);
  return verdict.allowed ? undefined : refuse(`may.${verdict.because}`, { verb });
}

/** Whether to show a button or a command at all. */
export function couldEver(ctx: Context, verb: Verb): boolean {
  return mayAtAll(ctx.actor, verb);
}
