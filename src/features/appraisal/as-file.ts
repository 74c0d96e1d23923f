/** Scores as a workbook (R107): months that are over. Who took it is recorded. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import type { FileWanted } from "../../platform/commands/definition.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import type { DocumentDesk } from "../documents/index.ts";
import { unitPath } from "../people/index.ts";
import { periodText } from "./period-text.ts";
import { scorePlace } from "./place.ts";
import { rollUpWorkbook } from "./roll-up-workbook.ts";
import { rolledUp } from "./rolled-up.ts";
import { type AskedScore, readScoreWords, scoreAsked } from "./scope.ts";

const KIND = "score";

export function registerScoreFiles(documents: DocumentDesk): void {
  documents.onDownload(KIND, {
    verb: "see_score",
    about: async (ctx, { score = "" }) => {
      const asked = await readAsked(ctx, score);
      return isRefusal(asked) ? asked : { subject: await subjectOf(ctx, asked), title: ctx.t("score.modal") };
    },
    fetch: async (ctx, { score = "" }) => {
      const asked = await readAsked(ctx, score);
      return isRefusal(asked) ? asked : makeFile(ctx, asked);
    },
  });
}

/** As typed: of whom, then which month or quarter. Refused with `score.nothing_over` where no month of it was written down yet. */
export async function scoreFileWanted(ctx: Context, words: readonly string[]): Promise<FileWanted | Refusal> {
  const asked = await readScoreWords(ctx, words);
  if (isRefusal(asked)) return asked;
  const { of, period } = asked;
  if ((await rolledUp(ctx, asked)).length === 0) return refuse("score.nothing_over");
  const name = fileName(ctx, asked);
  const place = { kind: of.kind, id: of.id, period: period.name };
  return { kind: KIND, refs: { score: JSON.stringify(place) }, name, comment: name };
}

const readAsked = (ctx: Context, text: string) => scoreAsked(ctx, scorePlace.parse(JSON.parse(text)));

async function makeFile(ctx: Context, asked: AskedScore): Promise<{ name: string; bytes: Uint8Array }> {
  const { of, period } = asked;
  const bytes = await rollUpWorkbook(ctx, asked, await rolledUp(ctx, asked));
  await inTransaction(ctx, (tx) =>
    record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "score.handed_out",
      subject: { kind: of.kind, id: of.id },
      after: { period: period.name },
      policyVersionId: tx.policy.versionId,
    }),
  );
  return { name: fileName(ctx, asked), bytes };
}

/** Without what a file system or an archive cannot hold. */
function fileName({ t, language }: Context, { of, period }: AskedScore): string {
  const title = t("score.title", { name: of.name, period: periodText(language, period) });
  return `${title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "-")}.xlsx`;
}

async function subjectOf({ db, actor }: Context, { of }: AskedScore) {
  if (of.kind === "unit") return { unitPath: await unitPath(db, of.id) };
  const { unitId } = await db.person.findUniqueOrThrow({ where: { id: of.id }, select: { unitId: true } });
  return { unitPath: await unitPath(db, unitId), assigneeId: of.id === actor.personId ? of.id : null };
}
