/** Warning signals (handbook 2.4) and their clocks (2.5). Highest level wins; points only sort. */
import { z } from "zod";
import { ROLES, SIGNAL_LEVELS } from "../vocabulary.ts";
import { count, length, marks, positive, sentences, slug, timeOfDay } from "./marks.ts";

const TRIGGER_LEVELS = ["watch", ...SIGNAL_LEVELS] as const;

/** One comparison of a measured value. `watch` shows it to the officer and raises nothing. */
const signalTrigger = z
  .strictObject({
    level: z.enum(TRIGGER_LEVELS),
    metric: slug,
    over: z.number().optional(),
    at_least: z.number().optional(),
    below: z.number().optional(),
    at_most: z.number().optional(),
    is: z.union([z.boolean(), z.string()]).optional(),
    /** In so many quarters, months or visits running. */
    running: positive.optional(),
    within_days: positive.optional(),
    ...marks,
  })
  .refine(
    ({ over, at_least, below, at_most, is }) =>
      [over, at_least, below, at_most, is].some((value) => value !== undefined),
    "compares with nothing: name over, at_least, below, at_most or is",
  );

const signal = z.strictObject({
  title: sentences,
  level: z.enum(SIGNAL_LEVELS),
  worsens_to: z.array(z.enum(SIGNAL_LEVELS)).optional(),
  triggers: z.array(signalTrigger).min(1),
  /** `officer`: about our own work. `restricted`: only the listed roles may know of it. */
  about: z.enum(["borrower", "loan", "collateral", "guarantor", "officer"]).default("borrower"),
  restricted_to: z.array(z.enum(ROLES)).min(1).optional(),
  /** The reminder ladder is the signal: no message or plan of its own. */
  quiet: z.boolean().optional(),
  veto: z.boolean().optional(),
  ...marks,
});

export const signalsSchema = z.strictObject({
  combine: z.literal("highest"),
  merge_same_fact: z.boolean(),
  points: z.strictObject({ blue: count, yellow: count, orange: count, red: count, ...marks }),
  release: z.strictObject({ clean_months: positive, same_chain_back: z.boolean(), ...marks }),
  catalogue: z.record(z.string().regex(/^[A-Z]{3}-\d{2}$/u, "is a code such as FIN-01"), signal),
});

const signalClock = z.strictObject({
  acknowledge: length.optional(),
  verify: length.optional(),
  plan: length.optional(),
  /** Who is told, in this order; each rung waits its own time for an answer. */
  path: z.array(z.strictObject({ role: z.enum(ROLES), after: length.optional() })).min(1),
  repeat_until_acknowledged: length.optional(),
  review_effect: length,
  /** In waking hours of every calendar day, to a duty roster, instead of in working hours. */
  every_day: z.boolean().default(false),
  ...marks,
});

export const clocksSchema = z.strictObject({
  /** Working hours and days run between these times. */
  working_hours: z.strictObject({ from: timeOfDay, to: timeOfDay }),
  waking_hours: z.strictObject({ from: timeOfDay, to: timeOfDay }),
  signals: z.strictObject({ red: signalClock, orange: signalClock, yellow: signalClock, blue: signalClock }),
});
