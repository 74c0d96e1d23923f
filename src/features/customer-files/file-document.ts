/** Says that a document is in the customer's file: which one, of what day, and where it lies (R135). */
import { customerFile } from "../../domain/customer-file/index.ts";
import { compareDates, isIsoDate, isoDate } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import type { GivenFiles } from "../evidence/index.ts";
import { areFiled, countCopies, giveCopies } from "./copies.ts";
import { filesOf, type KeptFile } from "./facts.ts";
import { DOCUMENT_SUBJECT, LONGEST_PLACE } from "./ids.ts";
import { mayNotFile } from "./kept.ts";

export interface Filing {
  readonly borrowerId: string;
  readonly document: string;
  /** Number of the loan or piece of collateral; empty where it is the customer's. */
  readonly reference: string;
  readonly datedOn: string;
  /** May be empty where the document itself is handed in. */
  readonly place: string;
  readonly files?: GivenFiles;
}

const NO_FILES: GivenFiles = { slackFileIds: [] };

export async function fileDocument(ctx: Context, filing: Filing): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const refused = await mayNotFile(tx, filing.borrowerId);
    if (refused !== undefined) return refused;
    const file = (await filesOf(tx, [filing.borrowerId])).get(filing.borrowerId);
    if (file === undefined) return refuse("not_found", { number: "" });
    const { files = NO_FILES } = filing;
    const count = await countCopies(tx, file.id, files);
    const read = readFiling(tx, file, { ...filing, hasFiles: count > 0 });
    if (isRefusal(read)) return read;
    const isSame = file.facts.filed.some(
      ({ document, reference, datedOn, place }) =>
        document === read.document && reference === read.reference && datedOn === read.datedOn && place === read.place,
    );
    const isThere = count === 0 ? isSame : await areFiled(tx, file.id, files);
    if (!isThere) await store(tx, file, read, files);
    return { number: file.number };
  });
}

type Read = Omit<Filing, "borrowerId" | "datedOn" | "files"> & { readonly datedOn: IsoDate };

function readFiling(
  tx: Context,
  file: KeptFile,
  { document, reference, datedOn, place, hasFiles }: Filing & { readonly hasFiles: boolean },
): Read | Refusal {
  const asked = customerFile(tx.policy.policy, file.facts, file.today);
  if (!asked.some((entry) => entry.document === document && entry.reference === reference)) {
    return refuse("document.not_asked", {}, "document");
  }
  if (!isIsoDate(datedOn) || compareDates(isoDate(datedOn), file.today) > 0) {
    return refuse("document.date", {}, "date");
  }
  const where = place.trim();
  if ((where === "" && !hasFiles) || where.length > LONGEST_PLACE) {
    return refuse("document.place", { most: LONGEST_PLACE }, "place");
  }
  return { document, reference, datedOn: isoDate(datedOn), place: where };
}

async function store(tx: Context, file: KeptFile, read: Read, files: GivenFiles): Promise<void> {
  const id = newId();
  await tx.db.filedDocument.create({
    data: { id, borrowerId: file.id, ...read, filedById: tx.actor.personId, filedAt: tx.now.toJSDate() },
  });
  const copies = await giveCopies(tx, { borrowerId: file.id, documentId: id }, files);
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "document.filed",
    subject: { kind: DOCUMENT_SUBJECT, id },
    after: { borrower: file.number, ...read, copies },
    policyVersionId: tx.policy.versionId,
  });
}
