import { z } from "zod";
import { addTo } from "../../../domain/lists-by-key.ts";
import { isAtWork, MADE_UP_DOMAIN, readSlackUser, type SlackUser } from "../../people/index.ts";
import { type Finding, ok, some, warn } from "../finding.ts";
import type { Check, Patient } from "../patient.ts";

interface Someone {
  readonly id: string;
  readonly email: string;
  readonly grants: readonly unknown[];
  readonly accounts: readonly { readonly teamId: string; readonly userId: string }[];
}
const platform = z.looseObject({ data: z.looseObject({ error: z.string() }) });

/** The people file beside Slack's users, by e-mail: as the desk ties them at its start. */
export const people: Check = {
  name: "people",
  needs: ["slack", "token", "record"],
  look: async (patient) => {
    const here = await atWork(patient);
    if (here.length === 0) {
      return [warn("people.none")];
    }
    const users = await usersOf(patient);
    if ("error" in users) {
      return [warn("people.unlisted", { error: users.error })];
    }
    const list = byEmail(users.list);
    const tied = ownersOf(here);
    const found = [
      ...named(
        "people.no_account",
        here.filter((one) => withEmail(list, one).length === 0),
      ),
      ...named(
        "people.closed",
        here.filter((one) => isClosed(list, one)),
      ),
      ...named(
        "people.ambiguous",
        here.filter((one) => open(list, one).length > 1),
      ),
      ...named(
        "people.account_of_another",
        here.filter((one) => open(list, one).some((user) => isOfAnother(tied, one, user))),
      ),
      ...named(
        "people.no_role",
        here.filter(({ grants }) => grants.length === 0),
      ),
    ];
    return found.length === 0 ? [ok("people.ok", { count: here.length })] : found;
  },
};

async function atWork({ db, businessNow }: Patient): Promise<Someone[]> {
  const now = await businessNow();
  const at = now.toJSDate();
  const everybody = await db.person.findMany({
    where: { NOT: { email: { endsWith: `@${MADE_UP_DOMAIN}` } } },
    orderBy: { email: "asc" },
    include: {
      unit: { select: { timeZone: true } },
      accounts: { where: { endedAt: null } },
      grants: { where: { fromAt: { lte: at }, OR: [{ toAt: null }, { toAt: { gt: at } }] } },
    },
  });
  return everybody.filter((person) => isAtWork(person, now));
}

async function usersOf({ listUsers }: Patient): Promise<{ list: SlackUser[] } | { error: string }> {
  try {
    return { list: (await listUsers()).flatMap((raw) => readSlackUser(raw) ?? []) };
  } catch (failure) {
    return { error: platform.safeParse(failure).data?.data.error ?? "unknown" };
  }
}

type ByEmail = ReadonlyMap<string, readonly SlackUser[]>;

/** Looked up, not searched: a bank has thousands on either side. */
function byEmail(users: readonly SlackUser[]): ByEmail {
  const found = new Map<string, SlackUser[]>();
  for (const user of users) {
    const email = user.bot ? undefined : user.email;
    if (email !== undefined) addTo(found, email, user);
  }
  return found;
}

const withEmail = (users: ByEmail, { email }: Someone) => users.get(email) ?? [];
const open = (users: ByEmail, one: Someone) => withEmail(users, one).filter((user) => !user.deactivated);
const isClosed = (users: ByEmail, one: Someone) => withEmail(users, one).length > 0 && open(users, one).length === 0;

const accountKey = ({ teamId, userId }: { readonly teamId: string; readonly userId: string }) => `${teamId} ${userId}`;

/** By Slack account: the person it is tied to. The database ties it to one at most. */
const ownersOf = (all: readonly Someone[]): ReadonlyMap<string, string> =>
  new Map(all.flatMap(({ id, accounts }) => accounts.map((account) => [accountKey(account), id] as const)));

function isOfAnother(tied: ReadonlyMap<string, string>, { id }: Someone, user: SlackUser): boolean {
  return (tied.get(accountKey(user)) ?? id) !== id;
}

type Trouble =
  | "people.no_account"
  | "people.closed"
  | "people.ambiguous"
  | "people.account_of_another"
  | "people.no_role";

function named(code: Trouble, who: readonly Someone[]): Finding[] {
  return who.length === 0 ? [] : [warn(code, { count: who.length, who: some(who.map(({ email }) => email)) })];
}
