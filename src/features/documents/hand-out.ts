/** A file of ours for whoever asked: into their own conversation with the app, or as a one-time link where the policy says so. */
import { readFile } from "node:fs/promises";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { FileWanted } from "../../platform/commands/definition.ts";
import type { Context } from "../../platform/context.ts";
import type { Reply } from "../../platform/slack/door.ts";
import type { View } from "../../platform/view.ts";
import { type DocumentDesk, goesByLink } from "./desk.ts";
import { offerDownload } from "./offer.ts";

/** Answers what is left to tell: the link, or why there is no file. The feature that makes it asks for the right. */
export async function handOut(
  ctx: Context,
  desk: DocumentDesk,
  { kind, refs, name, comment }: FileWanted,
  reply: Pick<Reply, "share">,
): Promise<View | Refusal | undefined> {
  if (goesByLink(ctx)) {
    return offerDownload(ctx, desk, { kind, refs, name });
  }
  const file = (await desk.downloads.get(kind)?.fetch(ctx, refs)) ?? refuse("out_of_date");
  if (isRefusal(file)) {
    return file;
  }
  const bytes = "path" in file ? await readFile(file.path) : file.bytes;
  await reply.share({ name: file.name, bytes, comment });
  return undefined;
}
