/** The manager approves a later date, and it moves; or refuses, and it stands. */
import { isoDate } from "../../domain/dates.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { moveDueDate } from "./extension-parts.ts";
import { EXTENSION_DECIDED, INSPECTION_SUBJECT } from "./ids.ts";
import { type ItemCase, loadItem } from "./item-case.ts";
import { nextWorkingMoment } from "./working-moment.ts";

export interface DecidedExtension {
  readonly number: string;
  readonly approved: boolean;
  readonly dueOn: IsoDate;
}

export async function decideExtension(
  ctx: Context,
  extensionId: string,
  approved: boolean,
): Promise<DecidedExtension | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const extension = await tx.db.extension.findUnique({ where: { id: extensionId } });
    const item = extension === null ? undefined : await loadItem(tx, extension.inspectionId);
    if (extension === null || item === undefined) {
      return refuse("not_found", { number: "" });
    }
    const refused = notDecidable(tx, item, extension, approved) ?? (await settle(tx, item, extension, approved));
    return refused ?? conclude(tx, item, extension, approved);
  });
}

async function conclude(
  tx: Context,
  item: ItemCase,
  extension: ExtensionRow,
  approved: boolean,
): Promise<DecidedExtension> {
  const dueOn = approved ? isoDate(extension.toDueOn) : item.dueOn;
  await tell(tx, item, extension);
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: approved ? "extension.approved" : "extension.refused",
    subject: { kind: INSPECTION_SUBJECT, id: item.row.id },
    before: { dueOn: item.row.dueOn },
    after: { dueOn, extensionId: extension.id },
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: INSPECTION_SUBJECT, id: item.row.id });
  return { number: item.row.number, approved, dueOn };
}

type ExtensionRow = ItemCase["row"]["extensions"][number];

/** Not theirs to decide, decided by a colleague, or the date asked about is no longer the date. */
function notDecidable(
  ctx: Context,
  item: ItemCase,
  { state, fromDueOn, askedById }: ExtensionRow,
  approved: boolean,
): Refusal | undefined {
  const notByPersons = [askedById, ...(item.row.assigneeId === null ? [] : [item.row.assigneeId])];
  const refused = authorize(ctx, "decide_extension", { ...item.subject, notByPersons });
  if (refused !== undefined || state !== "asked") {
    return refused ?? refuse("extension.decided", {});
  }
  const stands = item.row.dueOn === fromDueOn && (item.state === "planned" || item.state === "started");
  return approved && !stands ? refuse("extension.overtaken", {}) : undefined;
}

/** Two clicks make one decision. The inspection first: where it changed meanwhile, nothing is written. */
async function settle(
  tx: Context,
  item: ItemCase,
  { id, version, toDueOn }: ExtensionRow,
  approved: boolean,
): Promise<Refusal | undefined> {
  const conflict = approved ? await moveDueDate(tx, item, isoDate(toDueOn)) : undefined;
  if (conflict !== undefined) {
    return conflict;
  }
  const decided = { decidedById: tx.actor.personId, decidedAt: tx.now.toJSDate() };
  await tx.db.extension.update({
    where: { id, version, state: "asked" },
    data: { state: approved ? "approved" : "refused", ...decided, version: { increment: 1 } },
  });
  return undefined;
}

/** Who asked, and who does the work where that is somebody else. */
async function tell(tx: Context, { row }: ItemCase, { id, askedById }: ExtensionRow): Promise<void> {
  for (const personId of new Set([askedById, row.assigneeId ?? askedById])) {
    await promise(tx, {
      key: `extension-decided:${id}:${personId}`,
      kind: EXTENSION_DECIDED,
      personId,
      refs: { extensionId: id },
      items: [{ kind: INSPECTION_SUBJECT, id: row.id, stage: "extension_decided" }],
      notBefore: await nextWorkingMoment(tx, personId),
    });
  }
}
