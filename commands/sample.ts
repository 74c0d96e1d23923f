import { z } from "zod";
import { isRefusal, refuse } from "../src/domain/refusal.ts";
import {
  drawSamples,
  lastMonth,
  type SampleKept,
  samplesOf,
  type VerifiedSample,
  verifySample,
} from "../src/features/sampling/index.ts";
import { defineCommand, type Outcome, type TypedInput } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import { bold, heading, line, note, type Piece } from "../src/platform/view.ts";
import { momentText } from "../src/texts/dates.ts";

const typed = z.custom<TypedInput>().transform(({ words, flags }) => ({
  period: words[0],
  surplus: words.length > 1,
  unit: typeof flags["unit"] === "string" ? flags["unit"] : undefined,
  verify: flags["verify"] === true,
}));

export const sample = defineCommand({
  name: "sample",
  summary: "command.sample.summary",
  usage: "[YYYY-MM]",
  flags: { unit: { type: "string", hint: "CODE" }, verify: { type: "boolean" }, json: { type: "boolean" } },
  verb: "draw_sample",
  where: ["terminal"],
  args: typed,
  run: async (ctx, { period, surplus, unit, verify }) => {
    if (surplus || (period !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/u.test(period))) {
      return refuse("sample.month_unclear", { period: period ?? "" });
    }
    return verify ? verified(ctx, unit, period) : drawn(ctx, unit, period);
  },
});

/** What was drawn now, and what of the same month was drawn before: whoever asks twice sees that nothing is missing. */
async function drawn(ctx: Context, unit: string | undefined, named: string | undefined): Promise<Outcome> {
  const samples = await drawSamples(ctx, {
    ...(named === undefined ? {} : { period: named }),
    ...(unit === undefined ? {} : { unitCode: unit }),
  });
  if (isRefusal(samples)) {
    return samples;
  }
  const period = named ?? lastMonth(ctx);
  const kept = await samplesOf(ctx, period);
  if (isRefusal(kept)) {
    return kept;
  }
  const wanted = kept.filter(({ unitCode }) => unit === undefined || unitCode === unit);
  const isNew = ({ id }: SampleKept) => samples.some((one) => one.id === id);
  const before = wanted.filter((one) => !isNew(one));
  const pieces = [
    ...wanted.filter(isNew).flatMap((one) => samplePieces(ctx, one)),
    ...(before.length === 0 ? [] : [heading(ctx.t("sample.before", { count: before.length }))]),
    ...before.flatMap((one) => samplePieces(ctx, one)),
    ...(wanted.length === 0 ? [line(ctx.t("sample.none_passed", { period }))] : []),
  ];
  const title = ctx.t("sample.title", { count: samples.length, period });
  return { kind: "view", view: { title, pieces, json: { drawn: wanted.filter(isNew), before } } };
}

function samplePieces({ t, language }: Context, sample: SampleKept): Piece[] {
  const { unit, unitCode, period, population, items, seed, drawnAt } = sample;
  const moment = momentText(language, drawnAt, "UTC");
  const said = { unit, code: unitCode, period, population, drawn: items.length, seed, moment: `${moment} UTC` };
  return [
    line([bold(t("sample.line", said))]),
    note(t("sample.seed", said)),
    ...items.map(({ number, recheck, why, assignee }) => {
      const name = assignee ?? t("sample.nobody");
      return line(`${number} → ${recheck} · ${t("sample.drawn_line", { why: t(`sample.why.${why}`), name })}`);
    }),
  ];
}

/** One unit's draw, or all of the month. */
async function verified(ctx: Context, unit: string | undefined, period: string | undefined): Promise<Outcome> {
  if (period === undefined) {
    return refuse("sample.verify_what");
  }
  const kept = await samplesOf(ctx, period);
  if (isRefusal(kept)) {
    return kept;
  }
  const codes = unit === undefined ? kept.map(({ unitCode }) => unitCode) : [unit];
  const results: VerifiedSample[] = [];
  for (const unitCode of codes) {
    const result = await verifySample(ctx, { unitCode, period });
    if (isRefusal(result)) return result;
    results.push(result);
  }
  const isSound = results.every(({ doubts }) => doubts.length === 0);
  const key = results.length === 0 ? "sample.none_drawn" : isSound ? "sample.all_agree" : "sample.not_all_agree";
  const title = ctx.t(key, { period, count: results.length });
  const pieces = results.flatMap((result) => verdictPieces(ctx, result));
  return { kind: "view", view: { title, pieces, json: results }, exitCode: isSound ? 0 : 1 };
}

function verdictPieces({ t }: Context, { unit, period, population, drawn: count, doubts }: VerifiedSample): Piece[] {
  const verdict = doubts.length === 0 ? "sample.agrees" : "sample.disagrees";
  return [
    line([bold(t(verdict, { unit, period, population, drawn: count }))]),
    ...doubts.map((doubt) => line(t(`sample.doubt.${doubt}`))),
  ];
}
