/** Facts and shipped catalogues for the tests of the engine. */
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import type { Policy } from "../../../src/domain/policy/schema.ts";
import { type Evaluation, evaluateSignal } from "../../../src/domain/signals/evaluate.ts";
import type { Observed } from "../../../src/domain/signals/observed.ts";
import { loadCalendars } from "../../../src/platform/calendars/index.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

export const TODAY = isoDate("2026-06-30");

export function shippedPolicy(name: "cn-bank" | "cn-microloan"): Policy {
  const calendars = loadCalendars("policy/calendars");
  const loaded = loadPolicy(`policy/${name}.yml`, isProblems(calendars) ? [] : calendars.keys());
  if (isProblems(loaded)) throw new Error(JSON.stringify(loaded, null, 1));
  return loaded.policy;
}

let made = 0;

/** A fact from so many days before 30 June 2026, told by a file. */
export function fact(
  key: string,
  value: string | number | boolean,
  daysAgo = 0,
  more: Partial<Observed> = {},
): Observed {
  made += 1;
  const asOf = addDays(TODAY, -daysAgo);
  return {
    id: `fact-${String(made).padStart(5, "0")}`,
    key,
    value: String(value),
    unit: "count",
    asOf,
    recordedAt: `${asOf}T08:00:00.000Z`,
    source: "file",
    reference: "row 1",
    standing: "told",
    ...more,
  };
}

/** What the shipped rule `code` makes of the facts on 30 June 2026; the loan was paid out `sinceDays` before. */
export function judged(policy: Policy, code: string, facts: readonly Observed[], sinceDays = 400): Evaluation {
  const rule = policy.signals.catalogue[code];
  if (rule === undefined) throw new Error(`no ${code}`);
  return evaluateSignal(code, rule, facts, { asOf: TODAY, since: addDays(TODAY, -sinceDays) });
}

/** `none`, `watch` or the level. */
export function said({ level, isWatched }: Evaluation): string {
  return level ?? (isWatched ? "watch" : "none");
}
