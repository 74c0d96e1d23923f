/** What a search found, as lines with the card behind each. Pure. */
import type { Context } from "../../platform/context.ts";
import { bold, line, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { customerButton } from "../named-customers/index.ts";
import type { CustomersFound } from "./find.ts";

function foundTitle({ t }: Pick<Context, "t">, { hits, hasMore, wanted, page }: CustomersFound): string {
  if (hits.length === 0) return t("account.none", { wanted });
  return hasMore || page > 0 ? t("account.many") : t("account.several", { count: hits.length });
}

export function foundLines(wording: Pick<Context, "t">, found: CustomersFound): Piece[] {
  const { t } = wording;
  return [
    line(foundTitle(wording, found)),
    ...found.hits.map(
      ({ id, number, name, unitName, keeper }): Piece => ({
        kind: "item",
        text: [bold(name), " ", number],
        detail: [quiet([unitName, keeper ?? t("account.no_owner_short")].join(" · "))],
        buttons: [customerButton(wording, id)],
      }),
    ),
    ...(found.hasMore ? [note(t("account.narrow"))] : []),
    ...(found.fromStart ? [note(t("account.from_start"))] : []),
  ];
}

export function foundView(wording: Pick<Context, "t">, found: CustomersFound): View {
  return { title: foundTitle(wording, found), pieces: foundLines(wording, found), json: found.hits };
}
