/** What a line rests on, as the reader may see it: its name, its day, and a button where they may open it. */
import type { Proof } from "../../domain/appraisal/facts.ts";
import { isoDate } from "../../domain/dates.ts";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { KEY_DATE_KINDS } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type Button, bold, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { OPEN_MEASURE } from "../measures/index.ts";
import { customerMore } from "../named-customers/index.ts";
import { unitPath } from "../people/index.ts";
import { SHOW_REPORT } from "../reviews/index.ts";
import { OPEN_SIGNAL, standingSignal } from "../signals/index.ts";

interface Seen {
  readonly about: string;
  readonly more?: string;
  readonly button?: Button;
  readonly customerId?: string;
}

export async function proofPiece(ctx: Context, proof: Proof): Promise<Piece> {
  const { t, language } = ctx;
  const { about, button, more, customerId } = await seen(ctx, proof);
  const text = [proof.name, about].filter((one) => one !== "").join(" · ");
  return {
    kind: "item",
    text: [bold(text === "" ? t("score.whole_book") : text)],
    detail: [quiet([dateText(language, proof.on), ...(more === undefined ? [] : [more])].join(" · "))],
    ...(button === undefined ? {} : { buttons: [button] }),
    ...(customerId === undefined ? {} : { more: customerMore(ctx, customerId) }),
  };
}

async function seen(ctx: Context, { kind, id, name }: Proof): Promise<Seen> {
  switch (kind) {
    case "inspection":
    case "report":
      return ofInspection(ctx, name);
    case "signal":
      return ofSignal(ctx, id);
    case "measure":
      return ofMeasure(ctx, id);
    case "key_date":
      return ofKeyDate(ctx, id);
    case "loan":
      return ofLoan(ctx, id);
    case "book":
      return { about: "" };
  }
}

async function ofInspection(ctx: Context, number: string): Promise<Seen> {
  const row = await ctx.db.inspection.findUnique({
    where: { number },
    select: {
      unitId: true,
      assigneeId: true,
      submittedAt: true,
      borrower: { select: { id: true, name: true, ownerships: { where: { toAt: null }, select: { personId: true } } } },
    },
  });
  if (row === null) return { about: "" };
  const ownerId = row.borrower.ownerships[0]?.personId ?? null;
  const subject = { unitPath: await unitPath(ctx.db, row.unitId), assigneeId: row.assigneeId, ownerId };
  if (authorize(ctx, "see_report", subject) !== undefined) return { about: "" };
  const { id: customerId, name } = row.borrower;
  const about = readsInFull(ctx.actor, "see_account", subject) ? name : maskName(name);
  const button = { text: ctx.t("score.open"), action: SHOW_REPORT, value: number };
  return row.submittedAt === null
    ? { about, customerId, more: ctx.t("score.not_submitted") }
    : { about, customerId, button };
}

/** Whose loan it is; its number stands before it. */
async function ofLoan(ctx: Context, id: string): Promise<Seen> {
  const row = await ctx.db.loan.findUnique({
    where: { id },
    select: {
      borrower: {
        select: {
          ...{ id: true, name: true, unitId: true },
          ownerships: { where: { toAt: null }, select: { personId: true } },
        },
      },
    },
  });
  if (row === null) return { about: "" };
  const { id: customerId, name, unitId, ownerships } = row.borrower;
  const subject = { unitPath: await unitPath(ctx.db, unitId), ownerId: ownerships[0]?.personId ?? null };
  if (authorize(ctx, "see_account", subject) !== undefined) return { about: "" };
  return { about: readsInFull(ctx.actor, "see_account", subject) ? name : maskName(name), customerId };
}

/** Which of the customer's dates; the customer's number stands before it. */
async function ofKeyDate(ctx: Context, id: string): Promise<Seen> {
  const row = await ctx.db.keyDate.findUnique({ where: { id }, select: { kind: true, reference: true, dueOn: true } });
  if (row === null) return { about: "" };
  const kind = ctx.t(`key_date.kind.${oneOf(KEY_DATE_KINDS, row.kind)}`);
  const more = ctx.t("score.was_due", { date: dateText(ctx.language, isoDate(row.dueOn)) });
  return { about: kind, more };
}

async function ofSignal(ctx: Context, id: string): Promise<Seen> {
  const found = await standingSignal(ctx, id);
  return found === undefined
    ? { about: "" }
    : {
        about: `${ctx.t(`signal.level.${found.level}`)}: ${found.title}`,
        button: { text: ctx.t("score.open"), action: OPEN_SIGNAL, value: id },
      };
}

async function ofMeasure(ctx: Context, id: string): Promise<Seen> {
  const row = await ctx.db.case.findUnique({ where: { id }, select: { unitId: true, ownerId: true, goal: true } });
  if (row === null) return { about: "" };
  const subject = { unitPath: await unitPath(ctx.db, row.unitId), assigneeId: row.ownerId };
  return authorize(ctx, "see_measure", subject) === undefined
    ? { about: row.goal, button: { text: ctx.t("score.open"), action: OPEN_MEASURE, value: id } }
    : { about: "" };
}
