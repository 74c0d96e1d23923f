/** Why a metric has its points: each line with its rule, its source and what it rests on (R99, R100). */

import type { Line } from "../../domain/appraisal/line.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { bold, heading, line, note, type Piece } from "../../platform/view.ts";
import { OPEN_SCORE } from "./ids.ts";
import { lineWords, metricCounts, metricName, signed } from "./metric-words.ts";
import { type PostScore, personScores } from "./person-score.ts";
import { type LinesPlace, QUALITY_OUTCOME, type ScorePlace } from "./place.ts";
import { proofPiece } from "./proofs.ts";
import { scoreAsked } from "./scope.ts";

/** A modal holds a hundred blocks; more proofs than that are counted. */
const SHOWN_PROOFS = 25;

export async function linesPieces(ctx: Context, place: LinesPlace): Promise<Piece[] | Refusal> {
  const asked = await scoreAsked(ctx, { kind: "person", id: place.id, period: place.period });
  if (isRefusal(asked)) return asked;
  const posts = await personScores(ctx, place.id, asked.period);
  const found = headOf(
    ctx,
    posts.find(({ role }) => role === place.role),
    place.metric,
  );
  if (found === undefined) return refuse("not_found", { number: place.metric });
  const { t } = ctx;
  const back: ScorePlace = { kind: "person", id: place.id, period: place.period };
  const lines: Piece[] = [];
  for (const one of found.lines) lines.push(...(await linePieces(ctx, one)));
  return [
    ...found.head,
    ...lines,
    { kind: "buttons", buttons: [{ text: t("score.back"), action: OPEN_SCORE, value: JSON.stringify(back) }] },
  ];
}

interface Found {
  readonly head: readonly Piece[];
  readonly lines: readonly Line[];
}

function headOf({ t }: Context, post: PostScore | undefined, wanted: LinesPlace["metric"]): Found | undefined {
  if (wanted === QUALITY_OUTCOME) {
    const quality = post?.quarter?.quality;
    return quality && { head: [heading(t("score.quality")), note(t("score.quality.rule"))], lines: quality.lines };
  }
  const metric = post?.months.at(-1)?.sheet.metrics.find((one) => one.metric === wanted);
  return (
    metric && {
      head: [
        heading(metricName(t, metric.metric)),
        line(metricCounts(t, metric)),
        note(t(`score.rule.${metric.metric}`)),
      ],
      lines: metric.lines,
    }
  );
}

async function linePieces(ctx: Context, one: Line): Promise<Piece[]> {
  const { t } = ctx;
  const shown = one.proofs.slice(0, SHOWN_PROOFS);
  const proofs: Piece[] = [];
  for (const proof of shown) proofs.push(await proofPiece(ctx, proof));
  const more = one.proofs.length - shown.length;
  return [
    line([bold(signed(t, one.points)), " · ", lineWords(ctx, one)]),
    note(t("score.rule_of", { rule: one.rule, sources: one.source.join(", ") })),
    ...proofs,
    ...(more > 0 ? [note(t("score.more", { count: more }))] : []),
  ];
}
