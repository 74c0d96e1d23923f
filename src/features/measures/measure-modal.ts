/** A measure as its readers see it: the risk, what is done, by whom, by when, what came of it, and what they may do. */
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { cardModals } from "../../platform/slack/card-modal.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { bold, line, note, type Piece } from "../../platform/view.ts";
import { dateText, momentText } from "../../texts/dates.ts";
import { labelText } from "../../texts/label.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById } from "../people/index.ts";
import { MEASURE_MODAL, proofKey, SHOW_PROOF } from "./ids.ts";
import { measureButtons } from "./measure-buttons.ts";
import { type MeasureCase, measureFor } from "./measure-case.ts";

export const measureCards = cardModals(MEASURE_MODAL, "measure.title", 40);

export async function measureModal(ctx: Context, measureId: string): Promise<ModalView> {
  const found = await measureFor(ctx, "see_measure", measureId);
  return isRefusal(found) ? measureCards.refused(ctx, found) : measureCards.card(ctx, await piecesOf(ctx, found));
}

async function piecesOf(ctx: Context, found: MeasureCase): Promise<Piece[]> {
  const { t, language } = ctx;
  const { row, number, state, dueOn } = found;
  const lateDays = state === "open" && dueOn < found.today ? ` · ${t("measure.overdue")}` : "";
  const buttons = measureButtons(ctx, found);
  return [
    { kind: "item", text: [bold(row.borrower.name), " · ", number], more: customerMore(ctx, row.borrowerId) },
    {
      kind: "facts",
      facts: [
        [t("measure.owner"), row.owner.name],
        [t("measure.by_when"), `${dateText(language, dueOn)}${lateDays}`],
        [t("measure.stands"), t(`measure.state.${state}`)],
      ],
    },
    line([bold(labelText(t, t("measure.risk"))), row.cause]),
    line([bold(labelText(t, t("measure.goal"))), row.goal]),
    line([bold(labelText(t, t("measure.proof"))), row.proof]),
    ...(await offerPieces(ctx, found)),
    ...(await resultPieces(ctx, found)),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons" as const, buttons }]),
  ];
}

/** With whom it is still, until when an answer is waited for, and why it was offered. */
async function offerPieces({ t, language, db, actor }: Context, { row }: MeasureCase): Promise<Piece[]> {
  if (row.offeredToId === null || row.offerUntil === null) {
    return [];
  }
  const name = (await namesById(db, [row.offeredToId])).get(row.offeredToId) ?? "";
  const said = t("measure.offered_to", { name, moment: momentText(language, row.offerUntil, actor.timeZone) });
  return [note(row.offerNote === null ? said : `${said} ${row.offerNote}`)];
}

async function resultPieces(ctx: Context, { row, state }: MeasureCase): Promise<Piece[]> {
  const { t, language } = ctx;
  const back = state === "open" && row.note !== null ? [note([bold(t("measure.came_back")), ` ${row.note}`])] : [];
  if (row.result === null || row.reportedAt === null) {
    return back;
  }
  const names = await namesById(ctx.db, [row.reportedById ?? "", row.closedById ?? ""]);
  const reported = { name: names.get(row.reportedById ?? "") ?? "", moment: at(row.reportedAt) };
  const files = await ctx.db.evidence.findMany({
    where: { inspectionId: row.inspectionId, answerKey: proofKey(row.id), removedAt: null },
    orderBy: { id: "asc" },
  });
  return [
    line([bold(labelText(t, t("measure.result"))), row.result]),
    note(t("measure.reported_by", reported)),
    ...files.map(
      (file): Piece => ({
        kind: "item",
        text: [file.name],
        ...(file.state === "stored"
          ? { buttons: [{ text: t("review.open_file"), action: SHOW_PROOF, value: file.id }] }
          : {}),
      }),
    ),
    ...back,
    ...(row.closedAt === null
      ? []
      : [note(t("measure.closed_by", { name: names.get(row.closedById ?? "") ?? "", moment: at(row.closedAt) }))]),
  ];

  function at(moment: Date): string {
    return momentText(language, moment, ctx.actor.timeZone);
  }
}
