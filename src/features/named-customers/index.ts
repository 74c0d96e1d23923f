/** The button that opens a customer's card (R49), wherever a customer is named. */
import { mayAtAll } from "../../domain/may.ts";
import type { Context } from "../../platform/context.ts";
import type { Button } from "../../platform/view.ts";

/** Its value names the customer: by id, or by the number of the customer, of a loan or of an inspection. */
export const OPEN_CUSTOMER = "customers.open";

export function customerButton({ t }: Pick<Context, "t">, ref: string): Button {
  return { text: t("account.card"), action: OPEN_CUSTOMER, value: ref };
}

/** For the end of a row: nothing for whoever sees no customers. */
export function customerMore(ctx: Pick<Context, "t" | "actor">, ref: string): readonly Button[] {
  return mayAtAll(ctx.actor, "see_account") ? [customerButton(ctx, ref)] : [];
}

/** The same with the reader already said, for views that know no actor. */
export type CardButtons = (ref: string) => readonly Button[];

export function cardButtons(ctx: Pick<Context, "t" | "actor">): CardButtons {
  return (ref) => customerMore(ctx, ref);
}
