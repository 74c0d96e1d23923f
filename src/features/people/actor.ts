/** From a Slack user or a person to somebody who acts, with the rights of this moment. */
import { LANGUAGES, type Language, type Moment, ROLES } from "../../domain/vocabulary.ts";
import { type Actor, type Context, createContext, type Parts } from "../../platform/context.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { languageOfLocale } from "../../texts/index.ts";
import { isAtWork, standingAt } from "./presence.ts";
import { workOfOthers } from "./stand-ins.ts";

export interface SlackUserId {
  readonly teamId: string;
  readonly userId: string;
}

/** The person as an actor at `now`: nobody when unknown, or gone. With whom they stand in for today. */
export async function actorOf(db: Tx, personId: string, now: Moment): Promise<Actor | undefined> {
  return (await loadPerson(db, personId, now))?.actor;
}

/** Who clicked. Nobody when the account is not matched, has ended, or belongs to a leaver. */
export async function contextFor(parts: Parts, { teamId, userId }: SlackUserId): Promise<Context | undefined> {
  const account = await parts.database.db.slackAccount.findUnique({ where: { teamId_userId: { teamId, userId } } });
  if (account === null || account.endedAt !== null) {
    return undefined;
  }
  const loaded = await loadPerson(parts.database.db, account.personId, parts.clocks.now(), account);
  return loaded && createContext(parts, loaded.actor, loaded.language);
}

/** The same for a person who is told something, in the language of their latest account, else of their unit. */
export async function contextOfPerson(parts: Parts, personId: string): Promise<Context | undefined> {
  const loaded = await loadPerson(parts.database.db, personId, parts.clocks.now());
  return loaded && createContext(parts, loaded.actor, loaded.language);
}

/** Whoever is at work with this e-mail; capital letters are no difference. */
export async function contextOfEmail(parts: Parts, email: string): Promise<Context | undefined> {
  const person = await parts.database.db.person.findFirst({ where: { email: email.trim().toLowerCase() } });
  return person === null ? undefined : contextOfPerson(parts, person.id);
}

interface Voice {
  readonly locale: string;
  readonly timeZone: string;
}

async function loadPerson(
  db: Tx,
  personId: string,
  now: Moment,
  voice?: Voice,
): Promise<{ actor: Actor; language: Language } | undefined> {
  const person = await db.person.findUnique({
    where: { id: personId },
    include: {
      unit: true,
      grants: { where: standingAt(now) },
      accounts: { where: { endedAt: null }, orderBy: { matchedAt: "desc" }, take: 1 },
    },
  });
  if (person === null || !isAtWork(person, now)) {
    return undefined;
  }
  const speaks = voice ?? person.accounts[0];
  const timeZone = speaks?.timeZone ?? person.unit.timeZone;
  const others = await workOfOthers(db, [personId], now);
  const actor: Actor = {
    personId,
    kind: "person",
    name: person.name,
    timeZone,
    grants: person.grants.map(({ role, unitId }) => ({ role: oneOf(ROLES, role), unitId })),
    standsInFor: others.map((one) => one.personId),
  };
  const language = speaks === undefined ? oneOf(LANGUAGES, person.unit.language) : languageOfLocale(speaks.locale);
  return { actor, language };
}
