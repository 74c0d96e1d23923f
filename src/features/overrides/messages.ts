/** What the manager is asked, with what was written and why it was refused; and what the officer is answered. */
import { z } from "zod";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { DueMessage, Renderers } from "../../platform/outbox/renderers.ts";
import { type Button, bold, line, note, type Piece, type View } from "../../platform/view.ts";
import { labelText } from "../../texts/label.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { answerText, findInspection, loadSheet, START, subjectOf } from "../inspections/index.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById } from "../people/index.ts";
import { countsOf } from "./counts.ts";
import { notBy } from "./decide.ts";
import { ASKED_KIND, DECIDED_KIND, DECLINE_OVERRIDE, GRANT_OVERRIDE } from "./ids.ts";

export function addOverrideRenderers(renderers: Renderers): void {
  renderers.add(ASKED_KIND, drawAsked);
  renderers.add(DECIDED_KIND, drawDecided);
}

async function drawAsked(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await load(ctx, message.refs.overrideId ?? "");
  if (found === undefined || (found.row.state !== "asked" && !message.editing)) {
    return undefined;
  }
  return askedView(ctx, found, message.refs.draftId ?? "");
}

/** The same on its own, for whoever may decide it. */
export async function overrideView(ctx: Context, overrideId: string): Promise<View | Refusal> {
  const found = await load(ctx, overrideId);
  if (found === undefined) {
    return refuse("not_found", { number: "" });
  }
  const { row, inspection } = found;
  const refused = authorize(ctx, "see_overrides", await subjectOf(ctx.db, inspection));
  if (refused !== undefined) {
    return refused;
  }
  const draft = await ctx.db.draft.findFirst({
    where: { inspectionId: row.inspectionId, closedAt: null },
    select: { id: true },
  });
  return askedView(ctx, found, draft?.id ?? "");
}

async function askedView(ctx: Context, found: Found, draftId: string): Promise<View> {
  const { row, inspection } = found;
  const names = await namesById(ctx.db, [row.askedById, row.decidedById ?? ""]);
  const name = names.get(row.askedById) ?? "";
  const { asked, granted } = await countsOf(ctx, row.askedById);
  const decided = { name: names.get(row.decidedById ?? "") ?? "" };
  const buttons = row.state === "asked" ? await buttonsOf(ctx, found) : [];
  return {
    title: ctx.t("override.asked_title", { name, customer: maskName(inspection.borrower.name) }),
    pieces: [
      line(ctx.t("override.asks", { name })),
      {
        kind: "item",
        text: [bold(await customerName(ctx, found)), " · ", inspection.number],
        more: customerMore(ctx, inspection.borrowerId),
      },
      ...(await refusedPieces(ctx, found, draftId)),
      line([bold(labelText(ctx.t, ctx.t("override.reason"))), row.reason]),
      note(ctx.t("override.counted", { name, asked, granted })),
      ...(buttons.length === 0 ? [] : [{ kind: "buttons" as const, buttons }]),
      ...(row.state === "asked"
        ? []
        : [note(ctx.t(row.state === "granted" ? "override.granted_by" : "override.declined_by", decided))]),
    ],
  };
}

/** Whoever only oversees reads it masked. */
async function customerName(ctx: Context, { inspection }: Found): Promise<string> {
  const isResponsible = readsInFull(ctx.actor, "see_account", await subjectOf(ctx.db, inspection));
  return isResponsible ? inspection.borrower.name : maskName(inspection.borrower.name);
}

/** What stands in the draft, word for word, and the sentence of the gate. */
async function refusedPieces(ctx: Context, { row }: Found, draftId: string): Promise<Piece[]> {
  const sheet = await loadSheet(ctx, draftId);
  const item = sheet?.form.steps.flatMap(({ items }) => items).find(({ answerKey }) => answerKey === row.answerKey);
  const answer = sheet?.answers[row.answerKey];
  const written =
    item === undefined || answer === undefined
      ? []
      : [
          line([
            bold(labelText(ctx.t, item.label[ctx.language])),
            `“${answerText(item, answer, ctx.language, ctx.t)}”`,
          ]),
        ];
  return [...written, note(spokenRefusal(ctx.language, refusalIn(row.refusal)))];
}

async function drawDecided(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await load(ctx, message.refs.overrideId ?? "");
  if (found === undefined) {
    return undefined;
  }
  const { row, inspection } = found;
  const name = (await namesById(ctx.db, [row.decidedById ?? ""])).get(row.decidedById ?? "") ?? "";
  const said = { name, customer: maskName(inspection.borrower.name) };
  const title = ctx.t(row.state === "granted" ? "override.granted_title" : "override.declined_title", said);
  const goOn: Button = { text: ctx.t("desk.continue"), action: START, value: inspection.id, style: "primary" };
  const isOpen = inspection.state === "started" || inspection.state === "returned";
  return {
    title,
    pieces: [
      line(title),
      {
        kind: "item",
        text: [bold(inspection.borrower.name), " · ", inspection.number],
        ...(isOpen ? { buttons: [goOn] } : {}),
        more: customerMore(ctx, inspection.borrowerId),
      },
    ],
  };
}

type Found = NonNullable<Awaited<ReturnType<typeof load>>>;

async function load(ctx: Context, overrideId: string) {
  const row = await ctx.db.gateOverride.findUnique({ where: { id: overrideId } });
  const inspection = row === null ? null : await findInspection(ctx.db, row.inspectionId);
  return row === null || inspection === null ? undefined : { row, inspection };
}

async function buttonsOf(ctx: Context, { row, inspection }: Found): Promise<Button[]> {
  const subject = { ...(await subjectOf(ctx.db, inspection)), notByPersons: notBy(row.askedById, inspection) };
  if (authorize(ctx, "decide_override", subject) !== undefined) {
    return [];
  }
  return [
    { text: ctx.t("override.grant"), action: GRANT_OVERRIDE, value: row.id },
    { text: ctx.t("override.decline"), action: DECLINE_OVERRIDE, value: row.id, style: "primary" },
  ];
}

const sentences = z.object({ en: z.string(), "zh-Hans": z.string(), "zh-Hant": z.string() });
const refusalShape = z.object({
  refused: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), sentences])),
});

function refusalIn(text: string): Refusal {
  const { refused, values } = refusalShape.parse(JSON.parse(text));
  // The example helped the officer; whoever decides needs the reason alone.
  return { refused, values: { ...values, example: "" } };
}
