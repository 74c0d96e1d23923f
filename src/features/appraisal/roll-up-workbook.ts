/** A quarter's scores as a workbook: whose, and every line with its rule and what it rests on (R100, R107). */
import { Writable } from "node:stream";
import type { Line } from "../../domain/appraisal/line.ts";
import { isQuarter, monthOfScore, type ScoredPeriod } from "../../domain/appraisal/period.ts";
import { riskPayOf } from "../../domain/appraisal/risk-pay.ts";
import type { Context } from "../../platform/context.ts";
import { type Column, type Row, type Sheet, writeXlsx } from "../../platform/sheets/index.ts";
import { lineWords, metricName, whole } from "./metric-words.ts";
import { periodText } from "./period-text.ts";
import type { RolledUpPerson } from "./rolled-up.ts";
import type { AskedScore } from "./scope.ts";

const text = (title: string, width?: number): Column => ({
  title,
  kind: "text",
  ...(width === undefined ? {} : { width }),
});
const number = (title: string): Column => ({ title, kind: "number" });

export async function rollUpWorkbook(
  ctx: Context,
  { of, period }: AskedScore,
  people: readonly RolledUpPerson[],
): Promise<Uint8Array> {
  const { t, language } = ctx;
  const parts: Buffer[] = [];
  const out = new Writable({
    write: (part: Buffer, _encoding, done) => {
      parts.push(part);
      done();
    },
  });
  await writeXlsx(out, {
    title: t("score.title", { name: of.name, period: periodText(language, period) }),
    madeBy: t("words.product"),
    madeAt: ctx.now.toJSDate(),
    timeZone: ctx.actor.timeZone,
    sheets: [peopleSheet(ctx, period, people), linesSheet(ctx, period, people)],
  });
  return Buffer.concat(parts);
}

/** A cell is empty where the month is not over or nothing could be measured in it; what is of a quarter, while the quarter is not over. */
function peopleSheet(ctx: Context, period: ScoredPeriod, people: readonly RolledUpPerson[]): Sheet {
  const { t, language } = ctx;
  const { months } = period;
  const ofQuarter = isQuarter(period)
    ? [number(t("score.quality")), number(t("score.column.quarter")), number(t("score.column.pay"))]
    : [];
  return {
    name: t("score.sheet.people"),
    columns: [
      text(t("score.column.unit"), 24),
      text(t("score.column.who"), 24),
      text(t("score.column.post"), 20),
      ...months.map((month) => number(periodText(language, monthOfScore(month)))),
      number(t("score.column.mean")),
      ...ofQuarter,
      ...(isQuarter(period) ? [text(t("score.column.pay_years"), 24)] : []),
    ],
    rows: people.map((person): Row => {
      const byMonth = months.map((month) => inPoints(person.months.get(month)?.sheet.score));
      const own: Row = [person.unit, person.name, t(`role.${person.role}`), ...byMonth, inPoints(person.mean)];
      return isQuarter(period) ? [...own, ...quarterCells(ctx, person)] : own;
    }),
  };
}

/** The outcome, the score, what of variable pay it would earn (R85), and over which years that would be released; percent. */
function quarterCells({ policy }: Context, { quarter }: RolledUpPerson): Row {
  const pay = quarter?.score === undefined ? undefined : riskPayOf(quarter.score, policy.policy.appraisal);
  const isCounted = (quarter?.quality?.lines ?? []).length > 0;
  return [
    isCounted ? inPoints(quarter?.quality?.points) : undefined,
    inPoints(quarter?.score),
    pay?.earned,
    pay?.releases.join(" / "),
  ];
}

function linesSheet(ctx: Context, period: ScoredPeriod, people: readonly RolledUpPerson[]): Sheet {
  const { t } = ctx;
  return {
    name: t("score.sheet.lines"),
    columns: [
      text(t("score.column.who"), 24),
      text(t("score.column.post"), 20),
      text(t("score.column.month")),
      number(t("score.column.revision")),
      text(t("score.column.metric"), 28),
      number(t("score.column.points")),
      text(t("score.column.why"), 40),
      text(t("score.column.rule"), 36),
      text(t("score.column.source")),
      text(t("score.column.rests_on"), 40),
      text(t("score.column.policy")),
    ],
    rows: people.flatMap((person) => [...linesOfMonths(ctx, person), ...linesOfQuarter(ctx, period, person)]),
  };
}

/** Of which month or quarter, as people write it, and under which policy. */
interface Written {
  readonly when: string;
  readonly revision?: number | undefined;
  readonly metric: string;
  readonly policyVersionId: string | undefined;
}

function lineRow(ctx: Context, { name, role }: RolledUpPerson, written: Written, one: Line): Row {
  return [
    name,
    ctx.t(`role.${role}`),
    written.when,
    written.revision,
    written.metric,
    inPoints(one.points),
    lineWords(ctx, one),
    one.rule,
    one.source.join(", "),
    one.proofs.map((proof) => `${proof.on} ${proof.name}`.trim()).join("; "),
    written.policyVersionId,
  ];
}

function linesOfMonths(ctx: Context, person: RolledUpPerson): Row[] {
  const { t, language } = ctx;
  return [...person.months].flatMap(([month, { sheet, revision, policyVersionId }]) => {
    const written = { when: periodText(language, monthOfScore(month)), revision, policyVersionId };
    const row = (metric: string, one: Line) => lineRow(ctx, person, { ...written, metric }, one);
    return [
      ...sheet.metrics.flatMap(({ metric, lines }) => lines.map((one) => row(metricName(t, metric), one))),
      ...sheet.joined.map((one) => row(t("score.sheet.joined"), one)),
    ];
  });
}

/** What moved the quarter, and nothing of its months, whose lines stand above. */
function linesOfQuarter(ctx: Context, period: ScoredPeriod, person: RolledUpPerson): Row[] {
  const lines = (person.quarter?.lines ?? []).filter(({ code }) => code !== "part");
  const written = {
    when: periodText(ctx.language, period),
    metric: ctx.t("score.quality"),
    policyVersionId: [...person.months.values()].at(-1)?.policyVersionId,
  };
  return person.quarter?.quality === undefined ? [] : lines.map((one) => lineRow(ctx, person, written, one));
}

const inPoints = (points: number | undefined): number | undefined => (points === undefined ? undefined : whole(points));
