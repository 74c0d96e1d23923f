/** A quarter's scores as a workbook: whose, and every line with its rule and what it rests on (R100, R107). */
import { Writable } from "node:stream";
import type { Line } from "../../domain/appraisal/line.ts";
import { monthOfScore } from "../../domain/appraisal/period.ts";
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
    sheets: [peopleSheet(ctx, period.months, people), linesSheet(ctx, people)],
  });
  return Buffer.concat(parts);
}

/** A cell is empty where the month is not over or nothing could be measured in it. */
function peopleSheet({ t, language }: Context, months: readonly string[], people: readonly RolledUpPerson[]): Sheet {
  return {
    name: t("score.sheet.people"),
    columns: [
      text(t("score.column.unit"), 24),
      text(t("score.column.who"), 24),
      text(t("score.column.post"), 20),
      ...months.map((month) => number(periodText(language, monthOfScore(month)))),
      number(t("score.column.mean")),
    ],
    rows: people.map(({ unit, name, role, months: kept, score }): Row => {
      const byMonth = months.map((month) => inPoints(kept.get(month)?.sheet.score));
      return [unit, name, t(`role.${role}`), ...byMonth, inPoints(score)];
    }),
  };
}

function linesSheet(ctx: Context, people: readonly RolledUpPerson[]): Sheet {
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
    rows: people.flatMap((person) => linesOfPerson(ctx, person)),
  };
}

function linesOfPerson({ t, language }: Context, { name, role, months }: RolledUpPerson): Row[] {
  return [...months].flatMap(([month, { sheet, revision, policyVersionId }]) => {
    const row = (metric: string, one: Line): Row => [
      name,
      t(`role.${role}`),
      periodText(language, monthOfScore(month)),
      revision,
      metric,
      inPoints(one.points),
      lineWords({ t, language }, one),
      one.rule,
      one.source.join(", "),
      one.proofs.map((proof) => `${proof.on} ${proof.name}`.trim()).join("; "),
      policyVersionId,
    ];
    return [
      ...sheet.metrics.flatMap(({ metric, lines }) => lines.map((one) => row(metricName(t, metric), one))),
      ...sheet.joined.map((one) => row(t("score.sheet.joined"), one)),
    ];
  });
}

const inPoints = (points: number | undefined): number | undefined => (points === undefined ? undefined : whole(points));
