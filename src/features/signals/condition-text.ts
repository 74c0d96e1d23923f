/** A trigger, its figures and its outcome in the reader's words. */
import { type Metric, metricsOf } from "../../domain/signals/metric.ts";
import type { Observed } from "../../domain/signals/observed.ts";
import type { Trigger } from "../../domain/signals/trigger.ts";
import type { Context } from "../../platform/context.ts";
import { dateText } from "../../texts/dates.ts";

export type Speaker = Pick<Context, "t" | "language" | "policy">;

const SIGNS = [
  ["over", ">"],
  ["at_least", "≥"],
  ["below", "<"],
  ["at_most", "≤"],
  ["is", "="],
] as const;

/** What has to be: arithmetic in signs, everything else in words. */
export function conditionText(speaker: Speaker, trigger: Trigger): string {
  const { t } = speaker;
  const name = (key: string) => metricOf(speaker, key)?.title[speaker.language] ?? key;
  const {
    share_of,
    less,
    change,
    running,
    every = "visit",
    trend,
    count,
    within_days,
    absent_days,
    after_days,
  } = trigger;
  const limits = SIGNS.flatMap(([key, sign]) => {
    const limit = trigger[key];
    return limit === undefined ? [] : [`${sign} ${comparedText(speaker, trigger, String(limit))}`];
  });
  const parts = [
    name(trigger.metric),
    share_of && t("signal.when.share_of", { other: name(share_of) }),
    less && t("signal.when.less", { other: name(less) }),
    change && t("signal.when.change", { days: change.days, in: change.in }),
    ...limits,
    trigger.sum_over && t("signal.when.sum_over", { sum: trigger.sum_over }),
    trend && t("signal.when.trend", { trend }),
    running && t("signal.when.running", { running, every }),
    count && t("signal.when.count", { count }),
    within_days && t("signal.when.within_days", { days: within_days }),
    trigger.per && t("signal.when.per_reference"),
    absent_days && t("signal.when.absent_days", { days: absent_days }),
    after_days && t("signal.when.after_days", { days: after_days }),
  ];
  return parts.filter((part) => part !== undefined && part !== "" && part !== 0).join(" ");
}

/** A fact with its day and who told it; `numbers` are those of reports, by their ids. */
export function figureText(speaker: Speaker, fact: Observed, numbers: ReadonlyMap<string, string>): string {
  const { t, language } = speaker;
  const told =
    fact.source === "report"
      ? t("signal.from.report", { number: numbers.get(fact.reference) ?? fact.reference })
      : fact.source === "book" || fact.source === "plan"
        ? t(`signal.from.${fact.source}`, { reference: fact.reference })
        : [fact.source, fact.reference].filter((part) => part !== "").join(" ");
  const standing = fact.standing === "claimed" ? ` (${t("signal.from.claimed")})` : "";
  const name = metricOf(speaker, fact.key)?.title[language] ?? fact.key;
  return `${name} ${valueText(speaker, fact.key, fact.value)}, ${dateText(language, fact.asOf)}, ${told}${standing}`;
}

function metricOf({ policy: { policy } }: Speaker, key: string): Metric | undefined {
  return metricsOf(policy.signals.metrics, policy.templates).get(key);
}

/** What a trigger compares: a share and most changes are percent, whatever the figures count. */
export function comparedText(speaker: Speaker, trigger: Trigger, value: string): string {
  const isPercent = trigger.share_of !== undefined || trigger.change?.in === "percent";
  return isPercent ? `${value} %` : valueText(speaker, trigger.metric, value);
}

/** With its unit where it has one that reads as one. */
function valueText(speaker: Speaker, key: string, value: string): string {
  const unit = metricOf(speaker, key)?.unit;
  if (unit === "flag") return value === "true" ? speaker.t("words.yes") : speaker.t("words.no");
  if (unit === undefined || unit === "word" || unit === "count") return value;
  return unit === "percent" ? `${value} %` : `${value} ${speaker.t(`check.unit.${unit}`)}`;
}
