/** Who can be asked about a signal, or to take it: colleagues of the unit and above who are here, without the actor. */
import type { Context } from "../../../platform/context.ts";
import { actingFor, type Colleague, colleaguesWho } from "../../people/index.ts";
import type { SignalCase } from "../signal-case.ts";

/** Whoever is away is not asked: the ladder would run while nobody reads it. */
export async function colleaguesFor(
  ctx: Context,
  { row }: SignalCase,
  verb: "answer_signal_offer" | "answer_about_signal",
): Promise<Colleague[]> {
  const colleagues = await colleaguesWho(ctx, verb, row.unitId);
  const away = await actingFor(
    ctx.db,
    colleagues.map(({ id }) => id),
    ctx.now,
  );
  const isHere = ({ id }: Colleague) => id !== ctx.actor.personId && (away.get(id) ?? id) === id;
  return colleagues.filter(isHere);
}
