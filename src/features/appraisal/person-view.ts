/** The score of a person as they see it: how it grew, each metric, what joins them, what of their pay it would move. Pure. */
import { correctedFor, monthOfScore, openUntil, type ScoredPeriod } from "../../domain/appraisal/period.ts";
import type { ScoredMetric } from "../../domain/appraisal/score-metric.ts";
import { bold, heading, line, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { dateText, shortDayText } from "../../texts/dates.ts";
import { OPEN_LINES, OPEN_SCORE } from "./ids.ts";
import { lineWords, metricCounts, metricName, signed, type Telling, whole } from "./metric-words.ts";
import { payPieces } from "./pay-view.ts";
import { periodText } from "./period-text.ts";
import type { MonthScore, PostScore } from "./person-score.ts";
import type { LinesPlace, ScorePlace } from "./place.ts";
import { qualityPieces } from "./quality-view.ts";

export interface PersonScore {
  readonly of: { readonly id: string; readonly name: string };
  readonly period: ScoredPeriod;
  readonly posts: readonly PostScore[];
}

export function personView(telling: Telling, score: PersonScore): View {
  const { t, language } = telling;
  const { of, period, posts } = score;
  const title = t("score.title", { name: of.name, period: periodText(language, period) });
  return {
    title,
    pieces: [
      heading(title),
      ...(posts.length === 0 ? [line(t("score.no_post"))] : []),
      ...posts.flatMap((post) => postPieces(telling, score, post)),
      ...(posts.length === 0 ? [] : [note(t("score.no_penalty"))]),
    ],
    json: jsonOf(score),
  };
}

function postPieces(telling: Telling, score: PersonScore, post: PostScore): Piece[] {
  const { t } = telling;
  const [only] = post.months;
  const role = line([bold(t(`role.${post.role}`))]);
  if (post.quarter !== undefined) return [role, ...quarterPieces(telling, score, post)];
  return only === undefined ? [] : [role, ...monthPieces(telling, score, only)];
}

function monthPieces(telling: Telling, score: PersonScore, month: MonthScore): Piece[] {
  const { sheet } = month;
  return [
    ...headPieces(telling, month),
    ...growthPieces(telling, month),
    ...sheet.metrics.map((metric) => metricPiece(telling, score, month, metric)),
    ...sheet.joined.map((one) => line([bold(signed(telling.t, one.points)), " · ", lineWords(telling, one)])),
    ...payPieces(telling, sheet.score, month.policy.policy.appraisal),
  ];
}

function headPieces({ t, language }: Telling, { month, sheet, isOver, kept, growth, policy }: MonthScore): Piece[] {
  const total =
    sheet.score === undefined ? t("score.nothing_measured") : t("score.of_hundred", { score: whole(sheet.score) });
  const day = growth.at(-1)?.day;
  const until = dateText(language, openUntil(month, correctedFor(policy.policy.appraisal)));
  const standing =
    kept !== undefined
      ? [
          note(t("score.kept", { revision: kept.revision, date: until })),
          ...(kept.reason === undefined ? [] : [corrected(t, kept.reason)]),
        ]
      : [
          note(
            isOver || day === undefined ? t("score.not_kept") : t("score.so_far", { date: dateText(language, day) }),
          ),
        ];
  return [line([bold(total)]), ...standing];
}

function corrected(t: Telling["t"], reason: string): Piece {
  const moved = movedOf(reason).map(({ metric, before, after }) =>
    t("score.moved", { metric: nameOf(t, metric), before: whole(before), after: whole(after) }),
  );
  return note(t("score.corrected", { moved: moved.join(" · ") }));
}

interface Moved {
  readonly metric: string;
  readonly before: number;
  readonly after: number;
}

const movedOf = (reason: string): Moved[] => JSON.parse(reason) as Moved[];
const nameOf = (t: Telling["t"], metric: string) => t(`score.metric.${metric}` as "score.metric.on_time_rate");

/** Days on which nothing could be measured yet are not drawn; one day is no growth. */
function growthPieces({ t, language }: Telling, { growth }: MonthScore): Piece[] {
  const known = growth.flatMap(({ day, own }) => (own === undefined ? [] : [{ day, own }]));
  if (known.length < 2) return [];
  const chart = {
    type: "line" as const,
    categories: known.map(({ day }) => shortDayText(language, day)),
    series: [{ name: t("score.own"), values: known.map(({ own }) => whole(own)) }],
  };
  return [{ kind: "chart", title: t("score.growth"), chart }];
}

function metricPiece(
  { t, shows }: Telling,
  { of, period }: PersonScore,
  { role }: MonthScore,
  metric: ScoredMetric,
): Piece {
  const place: LinesPlace = { id: of.id, period: period.name, role, metric: metric.metric };
  const button = { text: t("score.why"), action: OPEN_LINES, value: JSON.stringify(place) };
  const hasLines = metric.lines.length > 0 && shows !== "text";
  return {
    kind: "item",
    text: [bold(metricName(t, metric.metric))],
    detail: [quiet(metricCounts(t, metric))],
    ...(hasLines ? { buttons: [button] } : {}),
  };
}

function quarterPieces(telling: Telling, { of, period }: PersonScore, { months, quarter, role }: PostScore): Piece[] {
  const { t, language, shows } = telling;
  const score = quarter?.score;
  const total = score === undefined ? t("score.nothing_measured") : t("score.of_hundred", { score: whole(score) });
  const scored = months.flatMap(({ month, sheet }) =>
    sheet.score === undefined ? [] : [{ month, score: sheet.score }],
  );
  const chart: Piece[] =
    scored.length < 2
      ? []
      : [
          {
            kind: "chart",
            title: t("score.by_month"),
            chart: {
              type: "bar",
              categories: scored.map(({ month }) => periodText(language, monthOfScore(month))),
              series: [{ name: t(`role.${role}`), values: scored.map((one) => whole(one.score)) }],
            },
          },
        ];
  return [
    line([bold(total)]),
    ...chart,
    ...months.map(({ month, sheet }): Piece => {
      const place: ScorePlace = { kind: "person", id: of.id, period: month };
      const said =
        sheet.score === undefined ? t("score.nothing_measured") : t("score.of_hundred", { score: whole(sheet.score) });
      return {
        kind: "item",
        text: [bold(periodText(language, monthOfScore(month)))],
        detail: [quiet(said)],
        ...(shows === "text"
          ? {}
          : { buttons: [{ text: t("score.open"), action: OPEN_SCORE, value: JSON.stringify(place) }] }),
      };
    }),
    ...(quarter?.quality === undefined
      ? []
      : qualityPieces(telling, quarter.quality, { id: of.id, period: period.name })),
    ...payPieces(telling, score, months.at(-1)?.policy.policy.appraisal),
  ];
}

/** What scripts read: snake_case, no words. */
function jsonOf({ of, period, posts }: PersonScore): unknown {
  return {
    person: of.id,
    period: period.name,
    posts: posts.map(({ role, months, quarter }) => ({
      role,
      ...(quarter === undefined ? {} : { quarter: quarter.score ?? null, quality: quarter.quality ?? null }),
      months: months.map(({ month, isOver, kept, sheet, policy }) => ({
        month,
        is_over: isOver,
        revision: kept?.revision ?? null,
        policy_version: policy.versionId,
        score: sheet.score ?? null,
        metrics: sheet.metrics,
        joined: sheet.joined,
      })),
    })),
  };
}
