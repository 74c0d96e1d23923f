/** What is said of a draw, when it is sent or edited. */
import { isoDate } from "../../domain/dates.ts";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { SAMPLE_REASONS } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { type DueMessage, REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type Button, bold, line, note, type Piece, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { findInspection, START, subjectOf } from "../inspections/index.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById } from "../people/index.ts";
import { DRAWN_KIND, RECHECKS_KIND } from "./ids.ts";

export function addSamplingRenderers(renderers: Renderers): void {
  renderers.add(RECHECKS_KIND, drawRechecks, REMINDER);
  renderers.add(DRAWN_KIND, drawDrawn, REMINDER);
}

/** Lines with buttons in one message. */
const SHOWN = 12;

async function drawRechecks(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const draw = await load(ctx, message);
  if (draw === undefined) {
    return undefined;
  }
  const mine = draw.items.filter(({ recheck }) => message.items.some(({ id }) => id === recheck.id));
  const title = ctx.t("sample.rechecks_title", { count: mine.length, period: draw.period });
  return {
    title,
    pieces: [
      line([bold(title)]),
      note(ctx.t("sample.rechecks_why")),
      ...mine.slice(0, SHOWN).map((item) => recheckPiece(ctx, item)),
      ...more(ctx, mine.length),
    ],
  };
}

function recheckPiece(ctx: Context, { number, recheck }: Item): Piece {
  const isOpen = recheck.state === "planned" || recheck.state === "started";
  const start: Button = { text: ctx.t("inspection.start"), action: START, value: recheck.id };
  const due = ctx.t("sample.due", { date: dateText(ctx.language, isoDate(recheck.dueOn)), number });
  return {
    kind: "item",
    text: [isOpen ? "" : "✓ ", bold(recheck.borrower.name), ` · ${recheck.number}`],
    detail: due,
    ...(isOpen && recheck.assigneeId === ctx.actor.personId ? { buttons: [start] } : {}),
    more: customerMore(ctx, recheck.borrowerId),
  };
}

async function drawDrawn(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const draw = await load(ctx, message);
  if (draw === undefined) {
    return undefined;
  }
  const { items, population, period } = draw;
  const names = await namesById(
    ctx.db,
    items.flatMap(({ recheck }) => recheck.assigneeId ?? []),
  );
  const title = ctx.t("sample.drawn_title", { count: items.length, period, unit: draw.unit.name });
  const pieces: Piece[] = [];
  for (const { number, why, recheck } of items.slice(0, SHOWN)) {
    const inFull = readsInFull(ctx.actor, "see_inspection", await subjectOf(ctx.db, recheck));
    const name = inFull ? recheck.borrower.name : maskName(recheck.borrower.name);
    const who = names.get(recheck.assigneeId ?? "") ?? ctx.t("sample.nobody");
    pieces.push({
      kind: "item",
      text: [bold(name), ` · ${number} → ${recheck.number}`],
      detail: ctx.t("sample.drawn_line", { why: ctx.t(`sample.why.${oneOf(SAMPLE_REASONS, why)}`), name: who }),
      more: customerMore(ctx, recheck.borrowerId),
    });
  }
  return {
    title,
    pieces: [
      line([bold(title)]),
      note(ctx.t("sample.drawn_of", { population })),
      ...pieces,
      ...more(ctx, items.length),
    ],
  };
}

function more({ t }: Context, count: number): Piece[] {
  return count > SHOWN ? [note(t("sample.more", { count: count - SHOWN }))] : [];
}

type Draw = NonNullable<Awaited<ReturnType<typeof load>>>;
type Item = Draw["items"][number];

async function load(ctx: Context, { refs }: DueMessage) {
  const draw = await ctx.db.sampleDraw.findUnique({
    where: { id: refs.drawId ?? "" },
    include: { unit: { select: { name: true } }, items: { orderBy: { inspectionId: "asc" } } },
  });
  if (draw === null) {
    return undefined;
  }
  const checked = await ctx.db.inspection.findMany({
    where: { id: { in: draw.items.map(({ inspectionId }) => inspectionId) } },
    select: { id: true, number: true },
  });
  const numberOf = new Map(checked.map(({ id, number }) => [id, number]));
  const items = await Promise.all(
    draw.items.map(async ({ inspectionId, why, recheckId }) => {
      const recheck = await findInspection(ctx.db, recheckId);
      return recheck === null ? [] : [{ number: numberOf.get(inspectionId) ?? "", why, recheck }];
    }),
  );
  const population: unknown = JSON.parse(draw.population);
  return { ...draw, items: items.flat(), population: Array.isArray(population) ? population.length : 0 };
}
