/** A unit's score, and how its people's are spread. Pure. */
import { monthOfScore, type ScoredPeriod } from "../../domain/appraisal/period.ts";
import { SPREAD } from "../../domain/appraisal/roll-up.ts";
import type { AppraisalRules } from "../../domain/policy/appraisal.ts";
import { bold, heading, line, note, type Piece, type View } from "../../platform/view.ts";
import { metricName, signed, type Telling, whole } from "./metric-words.ts";
import { payPieces } from "./pay-view.ts";
import { periodText } from "./period-text.ts";
import type { UnitQuarter } from "./unit-quarter.ts";
import type { Spread, UnitScore } from "./unit-score.ts";

export interface AskedUnit {
  readonly of: { readonly id: string; readonly name: string };
  readonly period: ScoredPeriod;
  readonly score: UnitScore;
  readonly rules: AppraisalRules;
}

export function unitView(telling: Telling, { of, period, score, rules }: AskedUnit): View {
  const { t, language } = telling;
  const title = t("score.title", { name: of.name, period: periodText(language, period) });
  return {
    title,
    pieces: [
      heading(title),
      ...scorePieces(telling, score),
      ...score.spreads.flatMap((spread) => spreadPieces(telling, spread, rules)),
      note(t("score.unit_rule")),
      note(t("score.acceptance_later")),
    ],
    json: { unit: of.id, period: period.name, ...score, quarter: score.quarter?.score ?? null },
  };
}

function scorePieces({ t, language }: Telling, { months, quarter, tooMany, spreads }: UnitScore): Piece[] {
  if (spreads.length === 0) return [line(t(tooMany ? "score.too_many" : "score.nobody"))];
  const score = quarter === undefined ? months.at(-1)?.score : quarter.score;
  const total = score === undefined ? t("score.nothing_measured") : t("score.of_hundred", { score: whole(score) });
  const lines = quarter === undefined ? [] : months;
  return [
    line([bold(total)]),
    ...lines.map(({ month, score: one }) =>
      line(
        t("score.month_line", {
          month: periodText(language, monthOfScore(month)),
          score: one === undefined ? t("score.nothing_measured") : t("score.of_hundred", { score: whole(one) }),
        }),
      ),
    ),
    ...(quarter === undefined ? [] : [outcomePiece(t, quarter)]),
    ...(tooMany ? [note(t("score.too_many"))] : []),
  ];
}

function outcomePiece(t: Telling["t"], { outcome }: UnitQuarter): Piece {
  return outcome === undefined
    ? note(t("score.quality.unit_not_counted"))
    : line(t("score.quality.unit", { points: signed(t, outcome.points), people: outcome.people }));
}

/** What of pay hangs on it is shown at the mean: nobody's own can be read from it. */
function spreadPieces(telling: Telling, spread: Spread, rules: AppraisalRules): Piece[] {
  const { t } = telling;
  const { role, people, without, mean, bands, metrics, table } = spread;
  const counts = t("score.people", { people, without });
  const average = mean === undefined ? [] : [line(t("score.mean", { score: whole(mean) }))];
  return [
    heading(t(`role.${role}`)),
    line(counts),
    ...average,
    ...(people === 0 ? [] : [bandChart(telling, bands), metricTable(telling, metrics)]),
    ...(table.length === 0 ? [] : [leagueTable(telling, table)]),
    ...payPieces(telling, mean, rules, { isMean: true }),
  ];
}

function bandChart({ t }: Telling, bands: readonly number[]): Piece {
  const categories = SPREAD.map((to, at) =>
    at === 0 ? t("score.band_below", { to }) : t("score.band", { from: SPREAD[at - 1] ?? 0, to }),
  );
  return {
    kind: "chart",
    title: t("score.spread"),
    chart: { type: "bar", categories, series: [{ name: t("score.people_series"), values: bands }] },
  };
}

function metricTable({ t }: Telling, metrics: Spread["metrics"]): Piece {
  return {
    kind: "table",
    caption: t("score.by_metric"),
    columns: [t("score.column.metric"), t("score.column.mean"), t("score.column.most"), t("score.column.people")],
    rows: metrics.map(({ metric, mean, most, people }) => [metricName(t, metric), whole(mean), whole(most), people]),
  };
}

function leagueTable({ t }: Telling, table: Spread["table"]): Piece {
  return {
    kind: "table",
    caption: t("score.league_table"),
    columns: [t("score.column.who"), t("score.column.score")],
    rows: table.map(({ name, score }) => [name, whole(score)]),
  };
}
