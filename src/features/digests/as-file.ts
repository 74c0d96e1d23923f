/** A digest as a file: a picture, or a workbook with its lists. Who took it is recorded. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import type { FileWanted } from "../../platform/commands/definition.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { painted } from "../../platform/pictures/painted.ts";
import type { View } from "../../platform/view.ts";
import { type DocumentDesk, goesByLink } from "../documents/index.ts";
import { unitPath } from "../people/index.ts";
import { placeAsked } from "./asked.ts";
import { type Digest, digestAt } from "./digest.ts";
import { digestView } from "./digest-view.ts";
import { placeOf, scopeName } from "./links.ts";
import { type DigestFile, digestFile } from "./place.ts";
import type { DigestScope } from "./scope.ts";
import { workbookOf } from "./workbook.ts";

const KIND = "digest";
const ENDINGS = { picture: "png", xlsx: "xlsx" } as const;

export function registerDigestFiles(documents: DocumentDesk): void {
  documents.onDownload(KIND, {
    verb: "see_digest",
    about: async (ctx, { file = "" }) => {
      const asked = await placeAsked(ctx, readFile(file));
      return isRefusal(asked) ? asked : { subject: await subjectOf(ctx, asked.scope), title: ctx.t("digest.modal") };
    },
    fetch: (ctx, { file = "" }) => makeFile(ctx, readFile(file)),
  });
}

const readFile = (text: string): DigestFile => digestFile.parse(JSON.parse(text));

/** What is to be handed out of a digest that the reader has. */
export function fileWanted(ctx: Context, digest: Pick<Digest, "scope" | "period">, as: DigestFile["as"]): FileWanted {
  const file: DigestFile = { ...placeOf(digest), as };
  const name = fileName(ctx, digest, as);
  return { kind: KIND, refs: { file: JSON.stringify(file) }, name, comment: name };
}

/** The same as a picture, for a message that came by itself; nothing where the policy lets no file of ours into Slack. */
export function pictureBelow(ctx: Context, digest: Pick<Digest, "scope" | "period">): View["file"] {
  if (goesByLink(ctx)) {
    return undefined;
  }
  return async () => {
    const made = await makeFile(ctx, { ...placeOf(digest), as: "picture" });
    return isRefusal(made) ? undefined : { ...made, comment: made.name };
  };
}

async function makeFile(ctx: Context, file: DigestFile): Promise<{ name: string; bytes: Uint8Array } | Refusal> {
  const digest = await digestAt(ctx, file);
  if (isRefusal(digest)) {
    return digest;
  }
  const bytes =
    file.as === "picture"
      ? await painted(digestView({ ...ctx, shows: "picture" }, digest))
      : await workbookOf(ctx, digest);
  await inTransaction(ctx, (tx) =>
    record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "digest.handed_out",
      subject: { kind: file.of.kind, id: file.of.id },
      after: { days: file.days, as: file.as, product: file.of.product ?? null },
      policyVersionId: tx.policy.versionId,
    }),
  );
  return { name: fileName(ctx, digest, file.as), bytes };
}

/** Without what a file system or an archive cannot hold. */
function fileName({ t }: Context, { scope, period }: Pick<Digest, "scope" | "period">, as: DigestFile["as"]): string {
  const name = t("digest.file_name", { name: scopeName(t, scope), from: period.from, to: period.to });
  return `${name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "-")}.${ENDINGS[as]}`;
}

async function subjectOf({ db }: Context, { ref }: DigestScope) {
  if (ref.kind !== "person") {
    return { unitPath: await unitPath(db, ref.id) };
  }
  const { unitId } = await db.person.findUniqueOrThrow({ where: { id: ref.id }, select: { unitId: true } });
  return { unitPath: await unitPath(db, unitId), assigneeId: ref.id };
}
