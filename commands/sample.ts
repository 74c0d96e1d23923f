import { z } from "zod";
import { isRefusal, refuse } from "../src/domain/refusal.ts";
import { type DrawnSample, drawSamples, type VerifiedSample, verifySample } from "../src/features/sampling/index.ts";
import { defineCommand, type Outcome, type TypedInput } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import { line } from "../src/platform/view.ts";

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

async function drawn(ctx: Context, unit: string | undefined, period: string | undefined): Promise<Outcome> {
  const samples = await drawSamples(ctx, {
    ...(period === undefined ? {} : { period }),
    ...(unit === undefined ? {} : { unitCode: unit }),
  });
  if (isRefusal(samples)) {
    return samples;
  }
  const title = ctx.t("sample.title", { count: samples.length });
  const pieces = samples.map((one) => line(ctx.t("sample.line", counted(one))));
  return { kind: "view", view: { title, pieces, json: samples } };
}

function counted({ unit, period, population, items, seed }: DrawnSample) {
  return { unit, period, population, drawn: items.length, seed };
}

async function verified(ctx: Context, unit: string | undefined, period: string | undefined): Promise<Outcome> {
  if (unit === undefined || period === undefined) {
    return refuse("sample.verify_what");
  }
  const result: VerifiedSample | ReturnType<typeof refuse> = await verifySample(ctx, { unitCode: unit, period });
  if (isRefusal(result)) {
    return result;
  }
  const { doubts, drawn: count } = result;
  const said = { unit: result.unit, period, population: result.population, drawn: count };
  const title = ctx.t(doubts.length === 0 ? "sample.agrees" : "sample.disagrees", said);
  const pieces = doubts.map((doubt) => line(ctx.t(`sample.doubt.${doubt}`)));
  return { kind: "view", view: { title, pieces, json: result }, exitCode: doubts.length === 0 ? 0 : 1 };
}
