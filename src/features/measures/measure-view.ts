/** A measure in a message: whose risk, what is to be done, by when, and what the reader may do about it. */
import { maskName } from "../../domain/masking.ts";
import type { Context } from "../../platform/context.ts";
import { type Button, bold, line, note, quiet, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById } from "../people/index.ts";
import { goalOf, stateText } from "./case-words.ts";
import type { MeasureCase } from "./measure-case.ts";

/** Without a button, how it stands. */
export function measureView(
  ctx: Context,
  { row, number, dueOn, state }: MeasureCase,
  {
    title,
    buttons,
    masked,
  }: { readonly title: string; readonly buttons: readonly Button[]; readonly masked?: boolean },
): View {
  const { t, language } = ctx;
  const due = t("measure.due", { date: dateText(language, dueOn) });
  return {
    title,
    pieces: [
      line(title),
      {
        kind: "item",
        text: [bold(masked === true ? maskName(row.borrower.name) : row.borrower.name), " · ", goalOf(t, row)],
        detail: [quiet([number, due].join(" · "))],
        ...(buttons.length === 0 ? {} : { buttons }),
        // To whom it is offered, the customer is nobody yet.
        ...(masked === true ? {} : { more: customerMore(ctx, row.borrowerId) }),
      },
      ...(buttons.length === 0 ? [note(stateText(t, row.kind, state))] : []),
    ],
  };
}

export async function nameOf({ db }: Context, personId: string): Promise<string> {
  return (await namesById(db, [personId])).get(personId) ?? "";
}
