/** What people send and press about the register. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { type Context, couldEver } from "../../platform/context.ts";
import { cardModals } from "../../platform/slack/card-modal.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Submission } from "../../platform/slack/payload.ts";
import { type Button, line, type View } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import type { DocumentDesk } from "../documents/index.ts";
import { askLedger } from "./ask.ts";
import { cancelLedger } from "./cancel.ts";
import { type ChosenLedger, readLedgerForm, TO_FIELD, UNIT_FIELD } from "./form.ts";
import { CANCEL_LEDGER, FETCH_LEDGER, LEDGER_FORM, OPEN_LEDGER } from "./ids.ts";
import { unitNamed } from "./read-filters.ts";
import { offerLedger } from "./send.ts";
import { chooseLedger } from "./typed.ts";

export function registerLedgerListeners(door: Door, documents: DocumentDesk): void {
  door.onOpen(OPEN_LEDGER, "see_ledger", (ctx, _click, reply) => reply.openModal(() => ledgerModal(ctx)));
  door.onSubmission(LEDGER_FORM, "see_ledger", submitForm);
  door.onDecision(CANCEL_LEDGER, "see_ledger", async (ctx, click, reply) => {
    const refused = await cancelLedger(ctx, click.value);
    await reply.tell(said(ctx, refused === undefined ? ctx.t("ledger.cancelled") : sentence(ctx, refused)));
  });
  door.onOpen(FETCH_LEDGER, "see_ledger", async (ctx, click, reply) => {
    const link = await offerLedger(ctx, documents, click.value);
    await reply.tell(isRefusal(link) ? said(ctx, sentence(ctx, link)) : link);
  });
}

export const ledgerButton = (ctx: Context): Button[] =>
  couldEver(ctx, "see_ledger") ? [{ text: ctx.t("ledger.open"), action: OPEN_LEDGER, value: "form" }] : [];

async function ledgerModal(ctx: Context): Promise<ModalView> {
  const form = await chooseLedger(ctx, []);
  return isRefusal(form) ? notice.refused(ctx, form) : form;
}

async function submitForm(ctx: Context, { view }: Submission): Promise<SubmissionAnswer> {
  const asked = await ask(ctx, readLedgerForm(view.values));
  if (!isRefusal(asked)) {
    return { kind: "update", view: notice.done(ctx, ctx.t("ledger.asked")) };
  }
  return asked.field === undefined
    ? { kind: "update", view: notice.refused(ctx, asked) }
    : { kind: "errors", errors: { [asked.field]: sentence(ctx, asked) } };
}

async function ask(ctx: Context, { filters, unit, format }: ChosenLedger): Promise<{ id: string } | Refusal> {
  if (filters.from !== undefined && filters.to !== undefined && filters.to < filters.from) {
    return { ...refuse("ledger.ends_early"), field: TO_FIELD };
  }
  const named = unit === undefined ? {} : ((await unitNamed(ctx, unit)) ?? refuse("ledger.unknown", { typed: unit }));
  return isRefusal(named) ? { ...named, field: UNIT_FIELD } : askLedger(ctx, { ...filters, ...named }, format);
}

const notice = cardModals("ledger.notice", "ledger.title", 1);

const sentence = (ctx: Context, refusal: Refusal): string => refusalSentence(ctx.language, refusal);

const said = ({ t }: Context, text: string): View => ({ title: t("words.product"), pieces: [line(text)] });
