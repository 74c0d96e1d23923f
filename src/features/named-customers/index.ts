/** The button that opens a customer's card (R49), wherever a customer is named. */
import { mayAtAll } from "../../domain/may.ts";
import type { Context } from "../../platform/context.ts";
import type { Button, Line, Piece } from "../../platform/view.ts";

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

/** A line about one customer, alone: the card beside it. */
export function aboutCustomer(ctx: Pick<Context, "t" | "actor">, text: Line, ref: string): Piece {
  return { kind: "item", text, more: customerMore(ctx, ref) };
}

/** For customers who stand together in one line of text, or where there is no room for a button: one menu. */
export function cardsMenu(
  { t, cards }: Pick<Context, "t"> & { readonly cards: CardButtons },
  named: readonly { readonly id: string; readonly name: string }[],
): Piece[] {
  const options = named.flatMap(({ id, name }) => cards(id).map(({ value }) => ({ text: name, value })));
  return options.length === 0
    ? []
    : [{ kind: "menus", menus: [{ action: OPEN_CUSTOMER, prompt: `${t("account.card")}…`, options }] }];
}
