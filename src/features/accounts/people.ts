/** The people of a customer: who keeps them, who does that today, who leads, and who else answers for what is lent. */
import type { Context } from "../../platform/context.ts";
import { holdersOf, namesOf, standInsFor } from "../people/index.ts";

const GUARANTORS = 10;

export interface CardPeople {
  readonly keeper: string | undefined;
  /** Who does the keeper's work today. */
  readonly standIn: string | undefined;
  readonly managers: readonly string[];
  readonly riskManagers: readonly string[];
  /** Of live loans, each once. */
  readonly guarantors: readonly string[];
}

interface Kept {
  readonly id: string;
  readonly unitId: string;
  readonly ownerships: readonly { readonly personId: string; readonly person: { readonly name: string } }[];
}

export async function peopleOf(ctx: Context, { id, unitId, ownerships }: Kept): Promise<CardPeople> {
  const [ownership] = ownerships;
  const [standIn] = ownership === undefined ? [] : await standInsFor(ctx.db, [ownership.personId], ctx.now);
  const guarantors = await ctx.db.guarantor.findMany({
    where: { loan: { borrowerId: id, state: "live" } },
    distinct: ["name"],
    orderBy: { name: "asc" },
    take: GUARANTORS,
    select: { name: true },
  });
  return {
    keeper: ownership?.person.name,
    standIn: standIn?.standInName,
    managers: await namesIn(ctx, "unit_manager", unitId),
    riskManagers: await namesIn(ctx, "risk_manager", unitId),
    guarantors: guarantors.map(({ name }) => name),
  };
}

async function namesIn(ctx: Context, role: "unit_manager" | "risk_manager", unitId: string): Promise<string[]> {
  const { personIds } = await holdersOf(ctx.db, role, unitId, ctx.now);
  return [...(await namesOf(ctx.db, [...personIds]))].sort();
}
