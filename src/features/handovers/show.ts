/** The form, for whoever may give this away; else the sentence why not. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { line, type Piece } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { type AskedHandover, askable } from "./ask.ts";
import { loadBatch } from "./batch.ts";
import { findList, type ListFilter } from "./filter.ts";
import { type FormScope, type OfficerChosen, reassignForm } from "./form.ts";
import { MOST_ITEMS } from "./ids.ts";
import { readerOf } from "./messages.ts";
import { loadAccounts, loadInspections } from "./subjects.ts";
import { askedText } from "./views.ts";

export async function showReassign(ctx: Context, scope: FormScope): Promise<ModalView> {
  const about = await aboutOf(ctx, scope);
  if (isRefusal(about)) {
    return noticeModal(ctx, [line(refusalSentence(ctx.language, about))]);
  }
  return scope.kind === "list"
    ? showList(ctx, ownFilter(ctx), nameOfActor(ctx))
    : reassignForm(ctx.t, { scope, about });
}

/** An officer begins with their own list; a manager with nobody's. */
function ownFilter({ actor }: Context): ListFilter | undefined {
  return actor.grants.some(({ role }) => role.endsWith("_manager") && role !== "account_manager")
    ? undefined
    : { officerId: actor.personId };
}

function nameOfActor({ actor }: Context): OfficerChosen {
  return { id: actor.personId, name: actor.name };
}

export async function showList(
  ctx: Context,
  filter: ListFilter | undefined,
  officer?: OfficerChosen,
): Promise<ModalView> {
  return reassignForm(ctx.t, {
    scope: { kind: "list" },
    about: ctx.t("handover.form.list"),
    officer: filter === undefined ? undefined : officer,
    preview: await previewOf(ctx, filter),
  });
}

async function previewOf(ctx: Context, filter: ListFilter | undefined): Promise<string> {
  if (filter === undefined) {
    return ctx.t("handover.form.choose_officer");
  }
  const { items, isCut } = await findList(ctx, filter);
  return isCut
    ? ctx.t("handover.form.preview_cut", { most: MOST_ITEMS })
    : ctx.t("handover.form.preview", { count: items.length });
}

async function aboutOf(ctx: Context, scope: FormScope): Promise<string | Refusal> {
  switch (scope.kind) {
    case "list":
      return "";
    case "batch":
      return ctx.t("handover.form.batch", { count: (await loadBatch(ctx, scope.id)).length });
    case "account":
    case "inspection": {
      const load = scope.kind === "account" ? loadAccounts : loadInspections;
      const [item] = await load(ctx.db, [scope.id]);
      if (item === undefined) return refuse("not_found", { number: "" });
      const refused = askable(ctx, item.subject);
      return refused ?? ctx.t(`handover.form.${scope.kind}`, { number: item.number });
    }
  }
}

export function showAsked(ctx: Context, outcome: AskedHandover | Refusal): ModalView {
  return noticeModal(
    ctx,
    isRefusal(outcome) ? [line(refusalSentence(ctx.language, outcome))] : askedText(readerOf(ctx), outcome),
  );
}

export function noticeModal({ t }: Context, pieces: Piece[]): ModalView {
  return {
    callbackId: "handovers.notice",
    title: t("handover.form.title"),
    close: t("words.close"),
    blocks: toBlocks(pieces, 10),
  };
}
