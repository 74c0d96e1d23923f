/** Who is told where they stand without asking: by the policy's roles, or as they wish. */
import { DIGEST_RHYTHMS, DIGEST_WISHES, type DigestRhythm } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";

export interface Told {
  readonly rhythms: readonly DigestRhythm[];
  /** When they wished it: it begins on their next day. */
  readonly wishedAt?: Date;
}

/** Persons by id; whoever wishes for none is missing. */
export async function toldByPerson(ctx: Context): Promise<Map<string, Told>> {
  const { digests } = ctx.policy.policy.reminders;
  const now = ctx.now.toJSDate();
  const grants = await ctx.db.roleGrant.findMany({
    where: {
      role: { in: DIGEST_RHYTHMS.flatMap((rhythm) => digests[rhythm]) },
      fromAt: { lte: now },
      OR: [{ toAt: null }, { toAt: { gt: now } }],
    },
    select: { personId: true, role: true },
  });
  const byPerson = new Map<string, Told>();
  for (const { personId, role } of grants) {
    const before = byPerson.get(personId)?.rhythms ?? [];
    const asked = DIGEST_RHYTHMS.filter((rhythm) => digests[rhythm].some((one) => one === role));
    byPerson.set(personId, { rhythms: [...new Set([...before, ...asked])] });
  }
  for (const { personId, rhythm, saidAt } of await ctx.db.digestWish.findMany()) {
    const wish = oneOf(DIGEST_WISHES, rhythm);
    byPerson.set(personId, { rhythms: wish === "never" ? [] : [wish], wishedAt: saidAt });
  }
  return new Map([...byPerson].filter(([, { rhythms }]) => rhythms.length > 0));
}
