/** Who can be acted as in the local workspace, and what its new conversations begin with. */
import { DEMONSTRATION_TEAM, demonstrationPeople } from "./features/demonstration/index.ts";
import type { Parts } from "./platform/context.ts";
import type { PersonSeed } from "./workspace/workspace.ts";

const MOST_PEOPLE = 60;
const SAID_WITHIN_DAYS = 3;
const LOCALES: Readonly<Record<string, string>> = { en: "en-US", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW" };

/** The demonstration's people; with a book of one's own, its people with a role, each tied to a local account. */
export async function localPeople(parts: Parts): Promise<PersonSeed[]> {
  const { db } = parts.database;
  const invented = demonstrationPeople.map(({ email }) => email);
  if ((await db.person.count({ where: { email: { in: invented } } })) > 0) {
    return [...demonstrationPeople];
  }
  const people = await db.person.findMany({
    where: { leftOn: null, grants: { some: { toAt: null } } },
    include: { unit: true, grants: { where: { toAt: null }, take: 1 } },
    orderBy: [{ ownerships: { _count: "desc" } }, { name: "asc" }],
    take: MOST_PEOPLE,
  });
  const seeds = people.map((person, index) => ({
    personId: person.id,
    id: `U${String(index + 1).padStart(3, "0")}LOCAL`,
    name: person.email.split("@")[0] ?? person.name,
    realName: person.name,
    title: person.grants[0]?.role.replaceAll("_", " ") ?? "",
    email: person.email,
    locale: LOCALES[person.unit.language] ?? "en-US",
    timeZone: person.unit.timeZone,
  }));
  await tie(parts, seeds);
  return seeds.map(({ personId: _personId, ...seed }) => seed);
}

/** Made-up people of an extract have no address that anybody could have; here they may act all the same. */
async function tie({ database, clocks }: Parts, seeds: readonly (PersonSeed & { personId: string })[]): Promise<void> {
  for (const { personId, id: userId, locale, timeZone } of seeds) {
    const account = { personId, locale, timeZone, endedAt: null };
    await database.db.slackAccount.upsert({
      where: { teamId_userId: { teamId: DEMONSTRATION_TEAM, userId } },
      create: { ...account, teamId: DEMONSTRATION_TEAM, userId, matchedAt: clocks.now().toJSDate() },
      update: account,
    });
  }
}

/** The workspace forgets its conversations when it stops: what was said lately is said again into the new ones. */
export async function sayAgain({ database, clocks }: Parts): Promise<void> {
  const since = clocks.now().minus({ days: SAID_WITHIN_DAYS }).toJSDate();
  await database.db.slackAccount.updateMany({ data: { channelId: null } });
  await database.db.outboxMessage.updateMany({
    where: { state: { in: ["sent", "claimed", "uncertain"] }, createdAt: { gte: since } },
    data: {
      state: "pending",
      channelId: null,
      ts: null,
      sentAt: null,
      staleAt: null,
      leaseUntil: null,
      claimedBy: null,
    },
  });
}
