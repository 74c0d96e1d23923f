/** The list of releases as its readers see it: what, of whom, from when to when; one button agrees to all of it. */

import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage } from "../../platform/outbox/renderers.ts";
import { bold, line, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { customerMore } from "../named-customers/index.ts";
import { AGREE_RELEASES, OPEN_RELEASES, OPEN_SIGNAL } from "./ids.ts";
import { type WaitingRelease, waitingReleases } from "./releases.ts";
import { levelText, titleOf } from "./signal-lines.ts";

/** One press agrees to all; so many stand on the list, each with its own button. */
const SHOWN = 30;

export async function releasesView(ctx: Context): Promise<View> {
  const title = ctx.t("signal.releases.title");
  return { title, pieces: [line(title), ...(await releasePieces(ctx))] };
}

export async function releasePieces(ctx: Context): Promise<Piece[]> {
  const { t } = ctx;
  const waiting = await waitingReleases(ctx);
  if (waiting.length === 0) return [note(t("signal.releases.none"))];
  const value = ctx.now.toUTC().toISO();
  const agree = { text: t("signal.releases.agree", { count: waiting.length }), action: AGREE_RELEASES, value };
  return [
    note(t("signal.releases.what")),
    ...waiting.slice(0, SHOWN).map((one) => releaseLine(ctx, one)),
    ...(waiting.length > SHOWN ? [note(t("desk.more", { count: waiting.length - SHOWN }))] : []),
    { kind: "buttons", buttons: [{ ...agree, style: "primary" }] },
  ];
}

function releaseLine(ctx: Context, release: WaitingRelease): Piece {
  const { t, language, actor } = ctx;
  const day = (moment: Date) =>
    dateText(language, localDate(ctx.now.minus(ctx.now.toMillis() - moment.getTime()), actor.timeZone));
  const span = t("signal.releases.span", { from: day(release.raisedAt), to: day(release.curedAt) });
  const agreed = release.isSecond ? [t("signal.releases.one_agreed")] : [];
  return {
    kind: "item",
    text: [bold(release.customer), " · ", `${levelText(ctx, release.level)} · ${titleOf(ctx, release.code)}`],
    detail: [quiet([release.number, span, ...agreed].join(" · "))],
    buttons: [{ text: t("signal.open"), action: OPEN_SIGNAL, value: release.id }],
    more: customerMore(ctx, release.borrowerId),
  };
}

/** Nothing where nothing waits any more before it was said. */
export async function drawReleases(ctx: Context, { editing }: DueMessage): Promise<View | undefined> {
  const { t } = ctx;
  const count = (await waitingReleases(ctx)).length;
  if (count === 0)
    return editing ? { title: t("signal.releases.none"), pieces: [line(t("signal.releases.none"))] } : undefined;
  const title = t("signal.releases.told", { count });
  const open = { text: t("signal.releases.open"), action: OPEN_RELEASES, value: "list", style: "primary" as const };
  return { title, pieces: [line(title), note(t("signal.releases.what")), { kind: "buttons", buttons: [open] }] };
}
