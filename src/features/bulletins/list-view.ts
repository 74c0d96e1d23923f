/** The bulletins of a reader's units, with what may be done about them. Pure. */
import { bold, heading, line, quiet, type View } from "../../platform/view.ts";
import { WITHDRAW_BULLETIN, WRITE_BULLETIN } from "./ids.ts";
import type { ListedBulletin } from "./list.ts";
import { footOf, headOf, type Reader } from "./pieces.ts";

export function bulletinListView(reader: Reader, bulletins: readonly ListedBulletin[], mayWrite: boolean): View {
  const { t } = reader;
  const title = t("bulletin.list");
  const write = { text: t("bulletin.write"), action: WRITE_BULLETIN, value: "new", style: "primary" as const };
  return {
    title,
    pieces: [
      heading(title),
      ...(bulletins.length === 0 ? [line(t("bulletin.none"))] : []),
      ...bulletins.map((one) => ({
        kind: "item" as const,
        text: [bold(headOf(one, reader)), " ", one.text],
        detail: [quiet(footOf(one, reader))],
        ...(one.mayWithdraw
          ? { buttons: [{ text: t("bulletin.withdraw"), action: WITHDRAW_BULLETIN, value: one.id }] }
          : {}),
      })),
      ...(mayWrite ? [{ kind: "buttons" as const, buttons: [write] }] : []),
    ],
    json: bulletins.map(({ industry, title: said, text, untilOn }) => ({
      industry,
      title: said,
      text,
      until: untilOn,
    })),
  };
}
