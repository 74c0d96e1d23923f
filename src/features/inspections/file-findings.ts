/** Pictures that look like those of another check, and pictures that are old: told, never refused (R22, R24). */
import { keyParts } from "../../domain/check/answer-key.ts";
import { addDays } from "../../domain/dates.ts";
import { signsDiffering } from "../../domain/gate/picture-look.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { filesOfDraft } from "../evidence/index.ts";
import type { CheckSheet } from "./check-sheet.ts";
import type { OtherFinding } from "./findings.ts";
import { findInspection, subjectOf } from "./store.ts";

/** The form's own question for the papers of a section. */
const STATEMENTS = /_files$/u;

/** More pictures than one officer and one customer bring in years; the newest are compared. */
const COMPARED = 2_000;

export async function fileFindings(ctx: Context, sheet: CheckSheet): Promise<OtherFinding[]> {
  const singleUse = sheet.policy.policy.gate.single_use_files;
  const files = (await filesOfDraft(ctx, sheet.draft.id)).filter(({ answerKey }) =>
    singleUse.includes(keyParts(answerKey).itemKey),
  );
  return [...oldOnes(sheet, files), ...(await lookalikes(ctx, sheet, files))];
}

type Files = Awaited<ReturnType<typeof filesOfDraft>>;

function oldOnes({ facts, policy }: CheckSheet, files: Files): OtherFinding[] {
  const earliest = addDays(facts.today, -policy.policy.review.evidence_max_age_days);
  return files.flatMap(({ answerKey, takenOn }) =>
    takenOn === null || takenOn >= earliest ? [] : [{ rule: "old_file" as const, answerKey, detail: { takenOn } }],
  );
}

async function lookalikes(ctx: Context, sheet: CheckSheet, files: Files): Promise<OtherFinding[]> {
  // Statements of a bank look alike by nature: they are known by their content alone.
  const looking = files.filter(({ lookHash, answerKey }) => lookHash !== null && !STATEMENTS.test(answerKey));
  if (looking.length === 0) return [];
  const earlier = await earlierPictures(ctx, sheet);
  const most = sheet.policy.policy.gate.alike_pictures.signs_differ_at_most;
  const found = looking.flatMap((file) => {
    // Equal bytes are the business of another rule.
    const others = earlier.filter(({ sha256 }) => sha256 !== file.sha256);
    const like = others.find(({ lookHash }) => signsDiffering(file.lookHash ?? "", lookHash ?? "") <= most);
    return like === undefined ? [] : [{ file, like }];
  });
  return Promise.all(
    found.map(async ({ file, like }) => ({
      rule: "looks_used" as const,
      answerKey: file.answerKey,
      detail: { name: file.name, fromInspection: like.inspectionId, ...(await whereOf(ctx, like.inspectionId)) },
    })),
  );
}

/** Of other checks of the same customer and by the same officer. */
async function earlierPictures(ctx: Context, { inspection, draft }: CheckSheet) {
  const others = await ctx.db.inspection.findMany({
    where: { borrowerId: inspection.borrowerId, NOT: { id: inspection.id } },
    select: { id: true },
  });
  return ctx.db.evidence.findMany({
    where: {
      lookHash: { not: null },
      reportId: { not: null },
      removedAt: null,
      NOT: { inspectionId: inspection.id },
      OR: [{ uploadedById: draft.personId }, { inspectionId: { in: others.map(({ id }) => id) } }],
    },
    orderBy: { uploadedAt: "desc" },
    take: COMPARED,
    select: { inspectionId: true, sha256: true, lookHash: true },
  });
}

/** Where it was used is told only to those who may read it there. */
async function whereOf(ctx: Context, inspectionId: string): Promise<{ number?: string }> {
  const inspection = await findInspection(ctx.db, inspectionId);
  if (inspection === null) return {};
  const refused = authorize(ctx, "see_report", await subjectOf(ctx.db, inspection));
  return refused === undefined ? { number: inspection.number } : {};
}
