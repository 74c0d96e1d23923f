/** Answers a person who asked for a link: the modal with it, or what to tell them. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { View } from "../../platform/view.ts";
import type { DocumentDesk } from "./desk.ts";
import { downloadLine } from "./link-view.ts";
import { type LinkWanted, makeLink } from "./make-link.ts";

/** The modal in which it was asked for, with the link in it. */
export async function offerUpload(ctx: Context, desk: DocumentDesk, wanted: LinkWanted): Promise<ModalView | Refusal> {
  const link = await makeLink(ctx, desk, wanted);
  if (isRefusal(link)) {
    return link;
  }
  return (await desk.uploads.get(wanted.kind)?.draw(ctx, wanted.refs, link)) ?? refuse("out_of_date");
}

/** `name`: what the file is called, beside the link. */
export async function offerDownload(
  ctx: Context,
  desk: DocumentDesk,
  { name, ...wanted }: LinkWanted & { readonly name: string },
): Promise<View | Refusal> {
  const link = await makeLink(ctx, desk, wanted);
  return isRefusal(link) ? link : { title: ctx.t("words.product"), pieces: [downloadLine(ctx.t, link, name)] };
}
