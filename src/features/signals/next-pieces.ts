/** What happens next to a signal unless somebody answers: when, who, as what, because of which answer (R127). */
import type { Context } from "../../platform/context.ts";
import { bold, heading, note, type Piece, quiet } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { foreseen } from "../escalation/index.ts";
import { namesById } from "../people/index.ts";

/** The next so many tellings within so many days; the rest follows from them. */
const MOST = 6;
const DAYS = 30;

export async function nextPieces(ctx: Context, signalId: string): Promise<Piece[]> {
  const { t, language, actor } = ctx;
  const next = await foreseen(ctx, signalId, DAYS, MOST);
  const names = await namesById(
    ctx.db,
    next.flatMap(({ personIds }) => personIds),
  );
  if (next.length === 0) return [];
  const items = next.map(({ at, awaits, role, repeat, personIds, vacant }): Piece => {
    const who = personIds.map((id) => names.get(id) ?? "").join(", ");
    const again = repeat === 0 ? "" : ` (${t("signal.next.again")})`;
    const passed =
      vacant.length === 0 ? [] : [t("signal.next.vacant", { roles: vacant.map((one) => t(`role.${one}`)).join(", ") })];
    return {
      kind: "item",
      text: [bold(momentText(language, at, actor.timeZone)), " · ", who === "" ? t("signal.nobody") : who, again],
      detail: [quiet([t(`role.${role}`), t(`signal.rung.${awaits}`), ...passed].join(" · "))],
    };
  });
  return [heading(t("signal.next.title")), ...items, note(t("signal.next.note"))];
}
