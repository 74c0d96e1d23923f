/** Fetches a file that a person put into Slack's file input, with the bot's token (scope files:read). */
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { readFailure } from "../outbox/slack-failure.ts";
import { fetchOf } from "./way-out.ts";

const info = z.looseObject({
  file: z.looseObject({
    id: z.string(),
    name: z.string().nullish(),
    mimetype: z.string().nullish(),
    /** `tombstone`: it was deleted, and only its place is left. */
    mode: z.string().nullish(),
    size: z.number().nullish(),
    url_private_download: z.string().nullish(),
    url_private: z.string().nullish(),
  }),
});
type FileInfo = z.infer<typeof info>["file"];

export interface DownloadedFile {
  readonly name: string;
  readonly mimetype: string;
  readonly bytes: Uint8Array;
}

/** It will never come: asking again is of no use. */
export class NoSuchFile extends Error {
  readonly reason: "gone" | "too_large";
  constructor(reason: "gone" | "too_large") {
    super(reason);
    this.reason = reason;
  }
}

const TIMEOUT_MS = 20_000;
const GONE = ["file_not_found", "file_deleted"];
const GONE_STATUS = [404, 410];

/** Throws NoSuchFile where it is gone or larger than `mostBytes`; anything else that is thrown may pass. */
export async function downloadFile(client: WebClient, fileId: string, mostBytes: number): Promise<DownloadedFile> {
  const file = await askAbout(client, fileId);
  const url = file.url_private_download ?? file.url_private;
  if (url == null || file.mode === "tombstone") {
    throw new NoSuchFile("gone");
  }
  if ((file.size ?? 0) > mostBytes) {
    throw new NoSuchFile("too_large");
  }
  const bytes = await fetchBytes(client, url);
  // Without the scope, Slack answers 200 with its sign-in page.
  if (file.size != null && bytes.length !== file.size) {
    throw new Error("another_size");
  }
  return { name: file.name ?? fileId, mimetype: file.mimetype ?? "application/octet-stream", bytes };
}

async function askAbout(client: WebClient, fileId: string): Promise<FileInfo> {
  try {
    return info.parse(await client.files.info({ file: fileId })).file;
  } catch (failure) {
    throw GONE.includes(readFailure(failure).platform ?? "") ? new NoSuchFile("gone") : failure;
  }
}

async function fetchBytes(client: WebClient, url: string): Promise<Uint8Array> {
  const answer = await fetchOf(client)(url, {
    headers: { authorization: `Bearer ${client.token ?? ""}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) {
    throw GONE_STATUS.includes(answer.status) ? new NoSuchFile("gone") : new Error(`http_${answer.status}`);
  }
  return new Uint8Array(await answer.arrayBuffer());
}
