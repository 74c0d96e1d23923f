/** Points, months and metrics in words. Pure. */

import type { Metric } from "../../domain/appraisal/facts.ts";
import { type Line, type Points, sumOf, WHOLE } from "../../domain/appraisal/line.ts";
import type { ScoredMetric } from "../../domain/appraisal/score-metric.ts";
import { isoDate } from "../../domain/dates.ts";
import type { Context } from "../../platform/context.ts";
import { dateText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";

export interface Telling extends Pick<Context, "t" | "language"> {
  /** A text has no buttons. */
  readonly shows: "message" | "modal" | "text";
}

export const whole = (points: Points): number => points / WHOLE;

export const metricName = (t: Translate, metric: Metric): string => t(`score.metric.${metric}`);

/** 18 of 20 points · 9 of 10; or why there are none. */
export function metricCounts(
  t: Translate,
  { unmeasured, lines, most, done, due, isPartlyRecorded }: ScoredMetric,
): string {
  const partly = isPartlyRecorded ? [t("score.partly_recorded")] : [];
  if (unmeasured !== undefined) return [t(`score.unmeasured.${unmeasured}`), ...partly].join(" · ");
  const counts = due === 0 ? [] : [t("score.counts", { done, due })];
  return [t("score.points_of", { points: whole(sumOf(lines)), most: whole(most) }), ...counts, ...partly].join(" · ");
}

/** What a line says beside its points. */
export function lineWords({ t, language }: Pick<Telling, "t" | "language">, { code, values }: Line): string {
  switch (code) {
    case "lifts_nothing":
      return t("score.line.lifts_nothing", {
        metric: t(`score.metric.${String(values.metric)}` as "score.metric.on_time_rate"),
      });
    case "shared":
      return t("score.line.shared", {
        percent: values.percent ?? 0,
        mean: whole(Number(values.mean)),
        partners: values.partners ?? 0,
      });
    case "reminder_missed":
      return t("score.line.reminder_missed", { date: dateText(language, isoDate(String(values.told))) });
    default:
      return code === "part" ? "" : t(`score.line.${code}`, values);
  }
}

export const signed = (t: Translate, points: Points): string =>
  points < 0 ? t("score.minus", { points: -whole(points) }) : t("score.plus", { points: whole(points) });
