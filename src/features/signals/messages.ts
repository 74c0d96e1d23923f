/** What is told of a signal: that it was raised, that a second person is asked, what became of it. Drawn from the facts of the moment. */
import { AWAITED_ANSWERS, type AwaitedAnswer } from "../../domain/escalation/index.ts";
import { maskName } from "../../domain/masking.ts";
import { SIGNAL_HANDS } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { type DueMessage, REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import { bold, line, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { RUNG_TOLD, RUNGS_TOLD } from "../escalation/index.ts";
import { customerMore } from "../named-customers/index.ts";
import { KEPT_TOLD } from "../passed-signals/index.ts";
import { namesById } from "../people/index.ts";
import { WATCHDOG_SIGNALS } from "../watchdog/index.ts";
import { handButtons, takeOverButton } from "./hands/buttons.ts";
import { holderOf } from "./hands/holder.ts";
import { handLines } from "./hands/lines.ts";
import { NUDGED_KIND, OPEN_SIGNAL, RAISED_KIND, RELEASES_KIND, TOLD_KIND, WAITS_KIND } from "./ids.ts";
import { drawReleases } from "./releases-view.ts";
import { loadSignal, refusedFor, type SignalCase } from "./signal-case.ts";
import { awaited, levelText, titleOf } from "./signal-lines.ts";

export function addSignalRenderers(renderers: Renderers): void {
  renderers.add(RAISED_KIND, (ctx, message) => draw(ctx, message, "signal.raised_title"));
  renderers.add(WAITS_KIND, (ctx, message) => draw(ctx, message, "signal.waits_title"));
  renderers.add(TOLD_KIND, (ctx, message) => draw(ctx, message, "signal.told_title"));
  renderers.add(RELEASES_KIND, drawReleases, REMINDER);
  renderers.add(RUNG_TOLD, drawRung, REMINDER);
  renderers.add(RUNGS_TOLD, (ctx, message) => drawRungs(ctx, message, "signal.rungs_title"), REMINDER);
  renderers.add(WATCHDOG_SIGNALS, (ctx, message) => drawRungs(ctx, message, "signal.untold_title"), REMINDER);
  renderers.add(NUDGED_KIND, drawNudge);
  renderers.add(KEPT_TOLD, (ctx, message) => drawRungs(ctx, message, "signal.kept_title"), REMINDER);
}

/** Nothing where it was answered, or went to another, before it could be said. */
async function drawNudge(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadSignal(ctx, message.refs.signalId ?? "");
  if (found === undefined || refusedFor(ctx, "see_signal", found) !== undefined) return undefined;
  const isDone = found.now.state !== "raised" || holderOf(found) !== message.personId;
  if (isDone && !message.editing) return undefined;
  const byId = message.refs.byId ?? "";
  const name = (await namesById(ctx.db, [byId])).get(byId) ?? "";
  return {
    title: ctx.t("nudge.signal_title", { name, customer: maskName(found.row.borrower.name) }),
    pieces: [
      line(ctx.t("nudge.signal_asks", { name })),
      ...(await rungPieces(ctx, found, { answer: isDone ? undefined : "acknowledge", isAlone: false })),
    ],
  };
}

/** A red on its ladder: what is awaited stands with it. */
async function drawRung(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const view = await draw(ctx, message, "signal.raised_title");
  const answers = message.items.flatMap(({ stage }) => answerOf(stage) ?? []);
  return (
    view && { ...view, pieces: [...view.pieces, ...answers.map((answer) => note(ctx.t(`signal.rung.${answer}`)))] }
  );
}

/** All that reached the reader in the same minutes; what has ended meanwhile says so, and is called off where nothing is left. */
async function drawRungs(
  ctx: Context,
  message: DueMessage,
  key: "signal.rungs_title" | "signal.kept_title" | "signal.untold_title",
): Promise<View | undefined> {
  const pieces: Piece[] = [];
  let [count, standing] = [0, 0];
  for (const { id, stage } of message.items) {
    const found = await loadSignal(ctx, id);
    if (found === undefined || refusedFor(ctx, "see_signal", found) !== undefined) continue;
    count += 1;
    standing += found.row.endedAt === null ? 1 : 0;
    pieces.push(...(await rungPieces(ctx, found, { answer: answerOf(stage), isAlone: message.items.length === 1 })));
  }
  if (pieces.length === 0 || (standing === 0 && !message.editing)) return undefined;
  const title = ctx.t(key, { count });
  return { title, pieces: [line(title), ...pieces] };
}

/** Alone in its message, it can be handed over, asked about and put off there as well. */
async function rungPieces(
  ctx: Context,
  found: SignalCase,
  { answer, isAlone }: { readonly answer: AwaitedAnswer | undefined; readonly isAlone: boolean },
): Promise<Piece[]> {
  const { row, level, now } = found;
  const { t } = ctx;
  const awaits = answer === undefined || row.endedAt !== null ? [] : [t(`signal.rung.${answer}`)];
  const open = { text: t("signal.open"), action: OPEN_SIGNAL, value: row.id };
  const hands = isAlone ? await handButtons(ctx, found) : takeOverButton(ctx, found);
  const item: Piece = {
    kind: "item",
    text: [bold(row.borrower.name), " · ", `${levelText(ctx, level)} · ${titleOf(ctx, row.code)}`],
    detail: [quiet([row.number, t(`signal.state.${now.state}`), ...awaits].join(" · "))],
    ...(row.endedAt === null ? { buttons: [open, ...hands] } : {}),
    more: customerMore(ctx, row.borrowerId),
  };
  return [item, ...(isAlone ? await handLines(ctx, found) : [])];
}

/** A rung's stage begins with what it awaits. */
function answerOf(stage: string): AwaitedAnswer | undefined {
  const [first] = stage.split("/");
  return AWAITED_ANSWERS.find((answer) => answer === first);
}

/** Nothing for whoever may not know of it any more, nor where it ended before it could be said. */
async function draw(
  ctx: Context,
  message: DueMessage,
  title: "signal.raised_title" | "signal.waits_title" | "signal.told_title",
): Promise<View | undefined> {
  const found = await loadSignal(ctx, message.refs.signalId ?? "");
  if (found === undefined || refusedFor(ctx, "see_signal", found) !== undefined) {
    return undefined;
  }
  const isOver = found.row.endedAt !== null;
  return isOver && !message.editing && title !== "signal.told_title" ? undefined : viewOf(ctx, found, message, title);
}

async function viewOf(ctx: Context, found: SignalCase, message: DueMessage, key: string): Promise<View> {
  const { t, language, actor } = ctx;
  const { row, level, now } = found;
  const byId = message.refs.byId ?? row.raisedById ?? "";
  const said = {
    level: levelText(ctx, level),
    // A restricted one says nothing on a lock screen.
    signal: row.isRestricted ? t("signal.restricted_name") : titleOf(ctx, row.code),
    customer: maskName(row.borrower.name),
    name: (await namesById(ctx.db, [byId])).get(byId) ?? t("signal.by_facts"),
    state: t(`signal.state.${now.state}`),
  };
  const title = t(
    key === "signal.waits_title"
      ? "signal.waits_title"
      : key === "signal.told_title"
        ? "signal.told_title"
        : "signal.raised_title",
    said,
  );
  const due = awaited(ctx, found);
  const between: readonly string[] = SIGNAL_HANDS;
  const words = row.events.findLast(({ act }) => !between.includes(act))?.words ?? "";
  // A second person who took it over would be none any more.
  const hands = key === "signal.waits_title" ? [] : await handButtons(ctx, found);
  return {
    title,
    pieces: [
      line(title),
      {
        kind: "item",
        text: [bold(row.borrower.name), " · ", titleOf(ctx, row.code)],
        detail: [quiet([row.number, said.state].join(" · "))],
        ...(row.endedAt === null
          ? { buttons: [{ text: t("signal.open"), action: OPEN_SIGNAL, value: row.id, style: "primary" }, ...hands] }
          : {}),
        more: customerMore(ctx, row.borrowerId),
      },
      ...(words === "" ? [] : [line(words)]),
      ...(await handLines(ctx, found)),
      ...(due === undefined
        ? []
        : [note(`${t(`signal.due.${due.answer}`)}: ${momentText(language, due.by, actor.timeZone)}`)]),
    ],
  };
}
