/** What the register is given beside the record: a folder for its files, and a way into a person's conversation. */
import { join } from "node:path";
import type { SharedCopy } from "../../platform/slack/share-file.ts";
import type { ExportRow } from "./store.ts";

export interface LedgerDesk {
  /** Where files lie until they are fetched; every process of the desk reaches the same. */
  readonly folder: string;
  send(slackUserId: string, file: SharedCopy): Promise<void>;
}

export function fileOf({ folder }: LedgerDesk, { id, format }: Pick<ExportRow, "id" | "format">): string {
  return join(folder, `${id}.${format}`);
}
