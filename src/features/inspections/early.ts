/** A check of which the day is far off: whoever opens it is asked first. Starting early is allowed; the dates count from the visit. */
import { addDays, compareDates, daysBetween, isoDate } from "../../domain/dates.ts";
import { INSPECTION_KINDS, type InspectionKind, type IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { bold, line, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { soonDaysOf } from "../morning/index.ts";
import { aboutCustomer } from "../named-customers/index.ts";
import { START_EARLY } from "./ids.ts";
import { showDraft } from "./show.ts";
import { startCheck } from "./start.ts";
import { findInspection, subjectOf } from "./store.ts";

interface EarlyCheck {
  readonly id: string;
  readonly number: string;
  readonly borrowerId: string;
  readonly borrowerName: string;
  readonly kind: InspectionKind;
  readonly dueOn: IsoDate;
  /** Calendar days. */
  readonly daysAhead: number;
}

/** The check, begun or gone on with; or the question whether to begin it so long before its day. */
export async function openCheck(ctx: Context, inspectionId: string): Promise<ModalView> {
  const early = await findEarly(ctx, inspectionId);
  return early === undefined ? startAnyway(ctx, inspectionId) : earlyModal(ctx, early);
}

export async function startAnyway(ctx: Context, inspectionId: string): Promise<ModalView> {
  return showDraft(ctx, await startCheck(ctx, inspectionId));
}

/** Not begun, and due after the days that the desk shows ahead; undefined also where the person may not begin it at all. */
async function findEarly(ctx: Context, inspectionId: string): Promise<EarlyCheck | undefined> {
  const inspection = await findInspection(ctx.db, inspectionId);
  if (inspection === null || inspection.state !== "planned") {
    return undefined;
  }
  const today = localDate(ctx.now, inspection.borrower.unit.timeZone);
  const dueOn = isoDate(inspection.dueOn);
  const isSoon = compareDates(dueOn, addDays(today, soonDaysOf(ctx))) <= 0;
  if (isSoon || authorize(ctx, "start_check", await subjectOf(ctx.db, inspection)) !== undefined) {
    return undefined;
  }
  const { id, number, borrower } = inspection;
  const daysAhead = daysBetween(today, dueOn);
  const { borrowerId } = inspection;
  return {
    id,
    number,
    borrowerId,
    borrowerName: borrower.name,
    kind: oneOf(INSPECTION_KINDS, inspection.kind),
    dueOn,
    daysAhead,
  };
}

function earlyModal(ctx: Context, early: EarlyCheck): ModalView {
  const { t, language } = ctx;
  const { id, number, borrowerId, borrowerName, kind, dueOn, daysAhead } = early;
  return {
    callbackId: "inspections.early",
    title: t("inspection.early_title"),
    close: t("inspection.not_now"),
    blocks: toBlocks(
      [
        aboutCustomer(ctx, [bold(borrowerName), " ", quiet(number)], borrowerId),
        line(t("inspection.early", { kind: t(`kind.${kind}`), date: dateText(language, dueOn), days: daysAhead })),
        {
          kind: "buttons",
          buttons: [{ text: t("inspection.start_early"), action: START_EARLY, value: id, style: "primary" }],
        },
      ],
      MODAL_BLOCKS,
    ),
  };
}

const MODAL_BLOCKS = 100;
