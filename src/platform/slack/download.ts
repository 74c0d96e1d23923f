/** Fetches a file that a person put into Slack's file input, with the bot's token (scope files:read). */
import type { WebClient } from "@slack/web-api";
import { z } from "zod";

const info = z.looseObject({
  file: z.looseObject({
    id: z.string(),
    name: z.string().nullish(),
    mimetype: z.string().nullish(),
    size: z.number().nullish(),
    url_private_download: z.string().nullish(),
    url_private: z.string().nullish(),
  }),
});

export interface DownloadedFile {
  readonly name: string;
  readonly mimetype: string;
  readonly bytes: Uint8Array;
}

const MOST_BYTES = 25 * 1024 * 1024;
const TIMEOUT_MS = 20_000;

/** Throws with a short reason where the file cannot be had or is larger than 25 MB. */
export async function downloadFile(client: WebClient, fileId: string): Promise<DownloadedFile> {
  const { file } = info.parse(await client.files.info({ file: fileId }));
  const url = file.url_private_download ?? file.url_private;
  if (url == null || (file.size ?? 0) > MOST_BYTES) {
    throw new Error(url == null ? "no_download_address" : "too_large");
  }
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${client.token ?? ""}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) {
    throw new Error(`http_${answer.status}`);
  }
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { name: file.name ?? fileId, mimetype: file.mimetype ?? "application/octet-stream", bytes };
}
