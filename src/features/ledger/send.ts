/** A finished file goes into its person's conversation, or is fetched from a one-time page, as the policy says. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { View } from "../../platform/view.ts";
import { type DocumentDesk, goesByLink, offerDownload } from "../documents/index.ts";
import { contextOfPerson } from "../people/index.ts";
import { fileOf, type LedgerDesk } from "./desk.ts";
import { LEDGER_FILE } from "./ids.ts";
import { removeFile } from "./make.ts";
import { ownRegister } from "./reader.ts";
import { changeExport, type ExportRow, findExport } from "./store.ts";

/** After a failure it is tried again a minute later, until the file is not kept any more. */
const AGAIN_AFTER_MS = 60_000;
const failedAt = new Map<string, number>();

/** Slack keeps the file from then on; our copy goes. A crash between the two sends it again. */
export async function sendLedgers(system: Context, desk: LedgerDesk): Promise<number> {
  if (goesByLink(system)) {
    return 0;
  }
  const done = await system.db.ledgerExport.findMany({
    where: { state: "done", sentAt: null, removedAt: null },
    select: { id: true },
    orderBy: { endedAt: "asc" },
    take: 10,
  });
  let sent = 0;
  for (const { id } of done.filter(
    ({ id: one }) => performance.now() - (failedAt.get(one) ?? -AGAIN_AFTER_MS) >= AGAIN_AFTER_MS,
  )) {
    sent += (await sendOne(system, desk, id)) ? 1 : 0;
  }
  return sent;
}

async function sendOne(system: Context, desk: LedgerDesk, id: string): Promise<boolean> {
  const row = await findExport(system.db, id);
  const ctx = row === undefined ? undefined : await contextOfPerson(system.parts, row.personId);
  const account = await system.db.slackAccount.findFirst({
    where: { personId: row?.personId ?? "", endedAt: null },
    orderBy: { matchedAt: "desc" },
  });
  if (row === undefined || ctx === undefined || account === null) {
    return false;
  }
  try {
    const comment = ctx.t("ledger.file_comment", { rows: row.rows });
    await desk.send(account.userId, { name: row.fileName ?? "", path: fileOf(desk, row), comment });
  } catch (failure) {
    failedAt.set(id, performance.now());
    system.parts.log.warn({ failure, exportId: id }, "a register could not be sent; it is tried again");
    return false;
  }
  failedAt.delete(id);
  await changeExport(system, row, { sentAt: system.now.toJSDate() });
  await removeFile(system, desk, id);
  return true;
}

export function registerLedgerPages(documents: DocumentDesk, desk: LedgerDesk): void {
  documents.onDownload(LEDGER_FILE, {
    verb: "see_ledger",
    about: async (ctx, { export: id = "" }) => {
      const row = await readyFor(ctx, id);
      return isRefusal(row) ? row : { subject: ownRegister(ctx), title: ctx.t("ledger.title") };
    },
    fetch: async (ctx, { export: id = "" }) => {
      const row = await readyFor(ctx, id);
      return isRefusal(row)
        ? row
        : { name: row.fileName ?? "", path: fileOf(desk, row), sizeBytes: Number(row.sizeBytes ?? 0) };
    },
  });
}

/** The link to it, for whoever asked for it. */
export async function offerLedger(ctx: Context, documents: DocumentDesk, id: string): Promise<View | Refusal> {
  const row = await readyFor(ctx, id);
  return isRefusal(row)
    ? row
    : offerDownload(ctx, documents, { kind: LEDGER_FILE, refs: { export: id }, name: row.fileName ?? "" });
}

async function readyFor(ctx: Context, id: string): Promise<ExportRow | Refusal> {
  const row = await findExport(ctx.db, id);
  if (row === undefined || row.personId !== ctx.actor.personId) {
    return refuse("not_found", { number: "" });
  }
  return row.state === "done" && row.removedAt === null ? row : refuse("ledger.gone");
}
