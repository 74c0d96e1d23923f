/** Gives one person a file of ours in their own conversation with the app (scope files:write). */
import { openAsBlob } from "node:fs";
import type { WebClient } from "@slack/web-api";
import { fetchOf } from "./way-out.ts";

export interface SharedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What stands above the file. */
  readonly comment: string;
}

/** A file on disk, read as it is sent. */
export type SharedCopy = Omit<SharedFile, "bytes"> & { readonly path: string };

const TIMEOUT_MS = 20_000;
/** A large file takes its time on a slow line. */
const SLOWEST_BYTES_PER_MS = 100;

/** Throws what Slack answers, or an Error where the upload itself is refused. */
export async function shareFile(client: WebClient, userId: string, file: SharedFile | SharedCopy): Promise<void> {
  const opened = await client.conversations.open({ users: userId });
  await showIn(client, opened.channel?.id ?? "", await uploaded(client, file), file);
}

/** Slack has it, and nobody sees it yet. Answers Slack's id of it. */
export async function uploaded(
  client: WebClient,
  { name, comment: _comment, ...content }: SharedFile | SharedCopy,
): Promise<string> {
  const bytes = "path" in content ? await openAsBlob(content.path) : content.bytes;
  const length = bytes instanceof Blob ? bytes.size : bytes.length;
  const place = await client.files.getUploadURLExternal({ filename: name, length });
  const sent = await fetchOf(client)(place.upload_url ?? "", {
    method: "POST",
    body: bytes instanceof Blob ? bytes : new Uint8Array(bytes),
    signal: AbortSignal.timeout(TIMEOUT_MS + Math.ceil(length / SLOWEST_BYTES_PER_MS)),
  });
  if (!sent.ok) {
    throw new Error(`upload_${sent.status}`);
  }
  return place.file_id ?? "";
}

export async function showIn(
  client: WebClient,
  channel: string,
  fileId: string,
  { name, comment }: Pick<SharedFile, "name" | "comment">,
): Promise<void> {
  await client.files.completeUploadExternal({
    files: [{ id: fileId, title: name }],
    channel_id: channel,
    initial_comment: comment,
  });
}
