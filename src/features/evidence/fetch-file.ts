/** Fetches a file from Slack and keeps it under its hash; says whether it came, may still come, or never will. */
import type { Context } from "../../platform/context.ts";
import { type DownloadedFile, downloadFile, NoSuchFile } from "../../platform/slack/download.ts";
import type { FileFailure } from "./file-state.ts";
import type { Keeper } from "./keep-pending.ts";

/** A file that has not come within a day never will: whoever handed it in is asked for it again. */
const GIVE_UP_AFTER_HOURS = 24;

export interface AwaitedFile {
  readonly id: string;
  readonly slackFileId: string | null;
  readonly uploadedAt: Date;
}

export type Fetched =
  | { readonly came: DownloadedFile; readonly sha256: string }
  | { readonly never: FileFailure }
  /** Why not yet: for whoever looks into it, never the file's name. */
  | { readonly later: string };

export async function fetchFile(
  ctx: Context,
  { client, store }: Pick<Keeper, "client" | "store">,
  file: AwaitedFile,
): Promise<Fetched> {
  try {
    const mostBytes = ctx.policy.policy.documents.max_megabytes * 1024 * 1024;
    const came = await downloadFile(client, file.slackFileId ?? "", mostBytes);
    return { came, sha256: await store.put(came.bytes) };
  } catch (failure) {
    const never = finalReason(ctx, file, failure);
    if (never !== undefined) return { never };
    ctx.parts.log.warn({ failure, evidence: file.id }, "a file could not be stored yet");
    return { later: failure instanceof Error ? failure.message.slice(0, 200) : "unknown" };
  }
}

function finalReason(ctx: Context, { uploadedAt }: AwaitedFile, failure: unknown): FileFailure | undefined {
  if (failure instanceof NoSuchFile) {
    return failure.reason;
  }
  const waitedHours = (ctx.now.toMillis() - uploadedAt.getTime()) / 3_600_000;
  return waitedHours >= GIVE_UP_AFTER_HOURS ? "not_stored" : undefined;
}
