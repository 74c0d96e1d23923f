/** Cost and loss of a closed case as its readers see them, and the button to state them. */
import type { Language } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { note, type Piece } from "../../../platform/view.ts";
import { momentText } from "../../../texts/dates.ts";
import type { Translate } from "../../../texts/index.ts";
import { moneyText } from "../../../texts/money.ts";
import { costButton } from "../../case-costs/index.ts";
import { namesById } from "../../people/index.ts";
import type { SignalCase } from "../signal-case.ts";
import { costsOf, refusedCost } from "./cost-of.ts";

/** Nothing before the case is closed. */
export async function costPieces(ctx: Context, found: SignalCase): Promise<Piece[]> {
  const { t, language, actor, db } = ctx;
  if (found.now.state !== "closed") return [];
  const [last] = await costsOf(ctx, found.row.id);
  const buttons =
    (await refusedCost(ctx, found)) === undefined ? [costButton(t, found.row.id, last !== undefined)] : [];
  const name = last === undefined ? "" : ((await namesById(db, [last.recordedById])).get(last.recordedById) ?? "");
  return [
    {
      kind: "facts",
      facts: [
        [t("case_cost.cost"), amountText({ t, language }, last?.costMinor, last?.currency)],
        [t("case_cost.loss"), amountText({ t, language }, last?.lossMinor, last?.currency)],
      ],
    },
    ...(last === undefined
      ? []
      : [note(t("case_cost.stated_by", { name, moment: momentText(language, last.recordedAt, actor.timeZone) }))]),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons" as const, buttons }]),
  ];
}

/** What nobody recorded is no zero. */
export function amountText(
  { t, language }: { readonly t: Translate; readonly language: Language },
  minor: bigint | null | undefined,
  currency: string | undefined,
): string {
  return minor == null || currency === undefined
    ? t("case_cost.not_recorded")
    : moneyText(language, { minor, currency });
}
