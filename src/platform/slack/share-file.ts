/** Gives one person a file of ours in their own conversation with the app (scope files:write). */
import type { WebClient } from "@slack/web-api";
import { fetchOf } from "./way-out.ts";

export interface SharedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What stands above the file. */
  readonly comment: string;
}

const TIMEOUT_MS = 20_000;

/** Throws what Slack answers, or an Error where the upload itself is refused. */
export async function shareFile(
  client: WebClient,
  userId: string,
  { name, bytes, comment }: SharedFile,
): Promise<void> {
  const opened = await client.conversations.open({ users: userId });
  const place = await client.files.getUploadURLExternal({ filename: name, length: bytes.length });
  const sent = await fetchOf(client)(place.upload_url ?? "", {
    method: "POST",
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!sent.ok) {
    throw new Error(`upload_${sent.status}`);
  }
  await client.files.completeUploadExternal({
    files: [{ id: place.file_id ?? "", title: name }],
    channel_id: opened.channel?.id ?? "",
    initial_comment: comment,
  });
}
