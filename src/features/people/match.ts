/**
 * Ties people to their Slack accounts by e-mail and by nothing else: a display name can be anybody's. Who cannot be tied,
 * or could be tied twice, is recorded for the administrator and told nothing until the files or Slack are mended.
 */
import { IANAZone } from "luxon";
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/record.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { MADE_UP_DOMAIN } from "./import-people.ts";
import { turns } from "./import-run.ts";
import { isAtWork } from "./presence.ts";
import type { SlackUser } from "./slack-user.ts";

export type UnmatchedReason = "no_account" | "ambiguous" | "account_of_another";

export interface Unmatched {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly reason: UnmatchedReason;
  /** Slack user ids that were looked at. */
  readonly candidates: readonly string[];
}

export interface MatchReport {
  /** People who have an account now. */
  readonly matched: number;
  readonly unmatched: readonly Unmatched[];
}

type Account = NonNullable<Awaited<ReturnType<Tx["slackAccount"]["findFirst"]>>>;
interface Someone {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly unit: { readonly timeZone: string };
  readonly accounts: readonly Account[];
}

/** All users of a workspace against all people at work. */
export async function matchPeople(ctx: Context, users: readonly SlackUser[]): Promise<MatchReport | Refusal> {
  const refused = authorize(ctx, "import_people", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const people = await ctx.db.person.findMany({
    where: { NOT: { email: { endsWith: `@${MADE_UP_DOMAIN}` } } },
    include: { unit: { select: { timeZone: true } } },
    orderBy: { email: "asc" },
  });
  const here = people.filter((person) => isAtWork(person, ctx.now));
  const unmatched: Unmatched[] = [];
  for (const turn of turns(here.map(({ id }) => id))) {
    unmatched.push(...(await ctx.parts.database.inBackground(() => settle(ctx, turn, users))));
  }
  return { matched: here.length - unmatched.length, unmatched };
}

/** One user changed in Slack: language, time zone, address, or the account was closed or opened again. */
export async function refreshUser(ctx: Context, user: SlackUser): Promise<MatchReport | Refusal> {
  const refused = authorize(ctx, "import_people", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const concerned = await ctx.db.person.findMany({
    where: {
      OR: [
        { accounts: { some: { teamId: user.teamId, userId: user.userId } } },
        ...(user.email === undefined ? [] : [{ email: user.email }]),
      ],
    },
    // Whoever loses the account comes first, so that the other may have it.
    orderBy: { accounts: { _count: "desc" } },
    select: { id: true },
  });
  const unmatched = await settle(
    ctx,
    concerned.map(({ id }) => id),
    [user],
  );
  return { matched: concerned.length - unmatched.length, unmatched };
}

/** Everybody who waits for an account, for the administrator. */
export async function unmatchedPeople(ctx: Context): Promise<readonly Unmatched[] | Refusal> {
  const refused = authorize(ctx, "see_people_matching", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const rows = await ctx.db.unmatchedPerson.findMany({ orderBy: { personId: "asc" } });
  const people = await ctx.db.person.findMany({ where: { id: { in: rows.map(({ personId }) => personId) } } });
  return rows.flatMap(({ personId, reason, candidates }) => {
    const person = people.find(({ id }) => id === personId);
    const known = REASONS.find((one) => one === reason);
    if (person === undefined || known === undefined) return [];
    const { name, email } = person;
    return [{ personId, name, email, reason: known, candidates: candidates === "" ? [] : candidates.split(" ") }];
  });
}

const REASONS: readonly UnmatchedReason[] = ["no_account", "ambiguous", "account_of_another"];

async function settle(ctx: Context, personIds: readonly string[], users: readonly SlackUser[]): Promise<Unmatched[]> {
  return inTransaction(ctx, async (tx) => {
    const people = await tx.db.person.findMany({
      where: { id: { in: [...personIds] } },
      include: { accounts: true, unit: { select: { timeZone: true } } },
    });
    const inOrder = personIds.flatMap((id) => people.filter((person) => person.id === id));
    const changes: unknown[] = [];
    const unmatched: Unmatched[] = [];
    for (const person of inOrder) {
      const found = await settlePerson(tx, person, users, changes);
      if (found !== undefined) unmatched.push(found);
    }
    if (changes.length > 0) {
      const subject = { kind: "slack_accounts", id: "people" };
      await record(tx.db, { at: tx.now, actorId: tx.actor.personId, verb: "match_people", subject, after: changes });
    }
    return unmatched;
  });
}

async function settlePerson(
  tx: Context,
  person: Someone,
  users: readonly SlackUser[],
  changes: unknown[],
): Promise<Unmatched | undefined> {
  const candidates = users.filter((user) => !user.deactivated && !user.bot && user.email === person.email);
  const live = await endStrangers(tx, person, users, candidates, changes);
  const contested = candidates.filter(({ teamId, userId }) =>
    [...live, ...candidates].some((other) => other.teamId === teamId && other.userId !== userId),
  );
  let taken = false;
  for (const user of candidates.filter((one) => !contested.includes(one))) {
    taken = (await attach(tx, person, user, changes)) === "of_another" || taken;
  }
  const reason = await reasonOf(tx, person, contested.length > 0, taken);
  return note(tx, person, reason, candidates);
}

/** Accounts that Slack has closed, or that carry another address now. Answers those that stay. */
async function endStrangers(
  tx: Context,
  person: Someone,
  users: readonly SlackUser[],
  candidates: readonly SlackUser[],
  changes: unknown[],
): Promise<Account[]> {
  const isSame = (account: Account) => (user: SlackUser) =>
    user.teamId === account.teamId && user.userId === account.userId;
  const live = person.accounts.filter(({ endedAt }) => endedAt === null);
  const ended = live.filter((account) => users.some(isSame(account)) && !candidates.some(isSame(account)));
  for (const { id, userId } of ended) {
    await tx.db.slackAccount.update({ where: { id }, data: { endedAt: tx.now.toJSDate() } });
    changes.push({ personId: person.id, userId, ended: true });
  }
  return live.filter((account) => !ended.includes(account));
}

async function attach(tx: Context, person: Someone, user: SlackUser, changes: unknown[]): Promise<"ok" | "of_another"> {
  const { teamId, userId, locale } = user;
  const known = await tx.db.slackAccount.findUnique({ where: { teamId_userId: { teamId, userId } } });
  const timeZone =
    user.timeZone !== undefined && IANAZone.isValidZone(user.timeZone) ? user.timeZone : person.unit.timeZone;
  if (known === null) {
    await tx.db.slackAccount.create({
      data: { teamId, userId, locale, timeZone, personId: person.id, matchedAt: tx.now.toJSDate() },
    });
    changes.push({ personId: person.id, userId, matched: true });
    return "ok";
  }
  if (known.personId !== person.id && known.endedAt === null) {
    return "of_another";
  }
  const isBack = known.endedAt !== null;
  if (isBack || known.locale !== locale || known.timeZone !== timeZone) {
    const matchedAt = isBack ? tx.now.toJSDate() : known.matchedAt;
    await tx.db.slackAccount.update({
      where: { id: known.id },
      data: { personId: person.id, locale, timeZone, endedAt: null, matchedAt },
    });
    changes.push({ personId: person.id, userId, locale, timeZone, ...(isBack ? { matched: true } : {}) });
  }
  return "ok";
}

async function reasonOf(
  tx: Context,
  person: Someone,
  contested: boolean,
  taken: boolean,
): Promise<UnmatchedReason | undefined> {
  if (contested) return "ambiguous";
  if (taken) return "account_of_another";
  const account = await tx.db.slackAccount.findFirst({ where: { personId: person.id, endedAt: null } });
  return account === null ? "no_account" : undefined;
}

async function note(
  tx: Context,
  { id, name, email }: Someone,
  reason: UnmatchedReason | undefined,
  users: readonly SlackUser[],
): Promise<Unmatched | undefined> {
  if (reason === undefined) {
    await tx.db.unmatchedPerson.deleteMany({ where: { personId: id } });
    return undefined;
  }
  const candidates = users.map(({ userId }) => userId);
  const row = { reason, candidates: candidates.join(" "), seenAt: tx.now.toJSDate() };
  await tx.db.unmatchedPerson.upsert({ where: { personId: id }, create: { personId: id, ...row }, update: row });
  return { personId: id, name, email, reason, candidates };
}
