/** A measure as its readers see it: the risk, what is done, by whom, by when, what came of it, and what they may do. */
import { isRefusal } from "../../domain/refusal.ts";
import type { PlanKind } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { type CardModals, cardModals } from "../../platform/slack/card-modal.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { bold, line, note, type Piece } from "../../platform/view.ts";
import { dateText, momentText } from "../../texts/dates.ts";
import { labelText } from "../../texts/label.ts";
import { endedCasePieces } from "../case-costs/index.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById } from "../people/index.ts";
import { caseWords, planKindOf, stateText } from "./case-words.ts";
import { MEASURE_MODAL, SHOW_PROOF } from "./ids.ts";
import { measureButtons } from "./measure-buttons.ts";
import { type MeasureCase, measureFor, proofPlace } from "./measure-case.ts";

const MOST_BLOCKS = 40;
export const measureCards = cardModals(MEASURE_MODAL, "measure.title", MOST_BLOCKS);
const planCards: Readonly<Record<PlanKind, CardModals>> = {
  workout_plan: cardModals(MEASURE_MODAL, "account_plan.title.workout_plan", MOST_BLOCKS),
  written_plan: cardModals(MEASURE_MODAL, "account_plan.title.written_plan", MOST_BLOCKS),
};

/** Under the name of what it is. */
export function cardsFor(kind: string): CardModals {
  const plan = planKindOf(kind);
  return plan === undefined ? measureCards : planCards[plan];
}

/** The same of one that is known by its id only. */
export async function cardsOf({ db }: Context, measureId: string): Promise<CardModals> {
  const row = await db.case.findUnique({ where: { id: measureId }, select: { kind: true } });
  return cardsFor(row?.kind ?? "measure");
}

export async function measureModal(ctx: Context, measureId: string): Promise<ModalView> {
  const found = await measureFor(ctx, "see_measure", measureId);
  return isRefusal(found)
    ? measureCards.refused(ctx, found)
    : cardsFor(found.row.kind).card(ctx, await piecesOf(ctx, found));
}

async function piecesOf(ctx: Context, found: MeasureCase): Promise<Piece[]> {
  const { t, language } = ctx;
  const { row, number, state, dueOn } = found;
  const lateDays = state === "open" && dueOn < found.today ? ` · ${t("measure.overdue")}` : "";
  const buttons = measureButtons(ctx, found);
  const { cause, goal, proof } = caseWords(t, row);
  const isPlan = planKindOf(row.kind) !== undefined;
  return [
    { kind: "item", text: [bold(row.borrower.name), " · ", number], more: customerMore(ctx, row.borrowerId) },
    {
      kind: "facts",
      facts: [
        [t("measure.owner"), row.owner.name],
        [t("measure.by_when"), `${dateText(language, dueOn)}${lateDays}`],
        [t("measure.stands"), stateText(t, row.kind, state)],
      ],
    },
    line([bold(labelText(t, t(isPlan ? "account_plan.cause" : "measure.risk"))), cause]),
    line([bold(labelText(t, t(isPlan ? "account_plan.goal" : "measure.goal"))), goal]),
    line([bold(labelText(t, t(isPlan ? "account_plan.contents" : "measure.proof"))), proof]),
    ...(await offerPieces(ctx, found)),
    ...(await resultPieces(ctx, found)),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons" as const, buttons }]),
    ...(await costOffers(ctx, found)),
  ];
}

/** Cases of the customer that ended since the measure began, for whoever may say what they have cost. */
async function costOffers(ctx: Context, { row, subject }: MeasureCase): Promise<Piece[]> {
  const may = row.state !== "dropped" && authorize(ctx, "record_case_cost", subject) === undefined;
  return may ? endedCasePieces(ctx, row.borrowerId, row.openedAt) : [];
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
  const says = resultWords(planKindOf(row.kind) !== undefined);
  const names = await namesById(ctx.db, [row.reportedById ?? "", row.closedById ?? ""]);
  const reported = { name: names.get(row.reportedById ?? "") ?? "", moment: at(row.reportedAt) };
  return [
    line([bold(labelText(t, t(says.result))), row.result]),
    note(t(says.reportedBy, reported)),
    ...(await filePieces(ctx, row)),
    ...back,
    ...(row.closedAt === null
      ? []
      : [note(t(says.closedBy, { name: names.get(row.closedById ?? "") ?? "", moment: at(row.closedAt) }))]),
  ];

  function at(moment: Date): string {
    return momentText(language, moment, ctx.actor.timeZone);
  }
}

function resultWords(isPlan: boolean) {
  return isPlan
    ? ({
        result: "account_plan.result",
        reportedBy: "account_plan.reported_by",
        closedBy: "account_plan.closed_by",
      } as const)
    : ({ result: "measure.result", reportedBy: "measure.reported_by", closedBy: "measure.closed_by" } as const);
}

async function filePieces({ t, db }: Context, row: MeasureCase["row"]): Promise<Piece[]> {
  const files = await db.evidence.findMany({ where: { ...proofPlace(row), removedAt: null }, orderBy: { id: "asc" } });
  return files.map(({ id, name, state }) => ({
    kind: "item",
    text: [name],
    ...(state === "stored" ? { buttons: [{ text: t("review.open_file"), action: SHOW_PROOF, value: id }] } : {}),
  }));
}
