/** Who is meant by what somebody typed: a Slack mention, an e-mail, or a whole name that only one person has. Never a guess. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { isAtWork } from "./presence.ts";

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

const MENTION = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/;
/** Shown where a name fits several people. */
const SHOWN = 5;

/** Refused with `person.unknown`, or `person.several` with the e-mails that tell them apart. Leavers are not found. */
export async function findNamed(ctx: Context, typed: string): Promise<NamedPerson | Refusal> {
  // What is copied from one of our messages carries the joints that keep it from becoming a mention or a link.
  const wanted = typed.replaceAll("\u200b", "").trim();
  const userId = MENTION.exec(wanted)?.[1];
  const people = await ctx.db.person.findMany({
    where:
      userId === undefined
        ? { OR: [{ email: wanted.toLowerCase() }, { name: wanted }] }
        : { accounts: { some: { userId, endedAt: null } } },
    include: { unit: { select: { timeZone: true } } },
    orderBy: { email: "asc" },
  });
  const here = people.filter((person) => isAtWork(person, ctx.now));
  const [only, ...others] = here;
  if (only === undefined) {
    return refuse("person.unknown", { typed: userId === undefined ? wanted : `@${userId}` });
  }
  return others.length === 0
    ? { id: only.id, name: only.name }
    : refuse("person.several", { typed: wanted, emails: emailsOf(here) });
}

function emailsOf(people: readonly { readonly email: string }[]): string {
  const shown = people.slice(0, SHOWN).map(({ email }) => email);
  return [...shown, ...(people.length > SHOWN ? ["…"] : [])].join(", ");
}
