/** The usual measures for each kind of customer (R116), offered where a measure or a plan is written. */
import { z } from "zod";
import type { Contradiction } from "../broken-rule.ts";
import { CUSTOMER_TYPES, ZONES } from "../vocabulary.ts";
import { marks, positive, slug } from "./marks.ts";

/** In every language, and short enough that several fit into one measure. */
const said = (most: number) =>
  z.strictObject({
    en: z.string().min(1).max(most),
    "zh-Hans": z.string().min(1).max(most),
    "zh-Hant": z.string().min(1).max(most),
  });

const measure = z.strictObject({
  text: said(200),
  /** By what a second person sees that it was done. */
  proof: said(100),
  /** Due so many working days after the day on which it is chosen, unless the person says another day. */
  working_days: positive.max(250),
  ...marks,
});

/** As many as one menu of Slack's holds. */
const codes = z.array(slug).min(1).max(100);
const byZone = z.strictObject({ z1: codes.optional(), z2: codes.optional(), z3: codes.optional(), ...marks });

export const measureSetsSchema = z.strictObject({
  /** By code, which the sets name. */
  measures: z.record(slug, measure),
  /** By kind of customer and zone; where none stands, none are offered. */
  sets: z.partialRecord(z.enum(CUSTOMER_TYPES), byZone),
  ...marks,
});
export type MeasureSets = z.infer<typeof measureSetsSchema>;

/** What the sets name must be listed, once in each; what is listed must be in one, or nobody is ever offered it. */
export function measureSetProblems({ measures, sets }: MeasureSets): Contradiction[] {
  const named = CUSTOMER_TYPES.flatMap((customerType) =>
    ZONES.flatMap((zone) =>
      (sets[customerType]?.[zone] ?? []).map((code, at, all) => ({
        path: ["measure_sets", "sets", customerType, zone, at],
        code,
        isTwice: all.indexOf(code) !== at,
      })),
    ),
  );
  const used = new Set(named.map(({ code }) => code));
  return [
    ...named
      .filter(({ code }) => measures[code] === undefined)
      .map(({ path, code }) => ({ path, code: "measure_unknown" as const, values: { measure: code } })),
    ...named
      .filter(({ isTwice }) => isTwice)
      .map(({ path, code }) => ({ path, code: "measure_twice" as const, values: { measure: code } })),
    ...Object.keys(measures)
      .filter((code) => !used.has(code))
      .map((code) => ({
        path: ["measure_sets", "measures", code],
        code: "measure_in_no_set" as const,
        values: { measure: code },
      })),
  ];
}
