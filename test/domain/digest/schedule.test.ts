import { expect, it } from "vitest";
import { repositoryPath } from "../../../prisma/schema.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { toldPeriod } from "../../../src/domain/digest/schedule.ts";
import { stepsOf } from "../../../src/domain/digest/trend.ts";
import { loadCalendars } from "../../../src/platform/calendars/index.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

const calendars = loadCalendars(repositoryPath("policy/calendars"));
const china = isProblems(calendars) ? undefined : calendars.get("cn");
if (china === undefined) throw new Error("no calendar");

it.each([
  // A Tuesday, a Monday, and the first working day after the spring festival of 2026 (15 to 23 February, 14 February worked).
  ["day", "2026-03-10", "2026-03-09", "2026-03-09"],
  ["day", "2026-03-09", "2026-03-06", "2026-03-08"],
  ["day", "2026-02-24", "2026-02-14", "2026-02-23"],
  ["week", "2026-03-09", "2026-03-02", "2026-03-08"],
  ["week", "2026-03-13", "2026-03-02", "2026-03-08"],
  ["month", "2026-03-02", "2026-02-01", "2026-02-28"],
  ["month", "2026-01-05", "2025-12-01", "2025-12-31"],
] as const)("a digest of the %s told on %s is about %s to %s", (rhythm, today, from, to) => {
  expect(toldPeriod(rhythm, isoDate(today), china)).toEqual({ from, to });
});

it.each([
  ["2026-03-09", "2026-03-15", 7, "2026-03-09"],
  ["2026-03-01", "2026-03-31", 6, "2026-02-23"],
  ["2026-01-01", "2026-03-31", 14, "2025-12-29"],
  ["2026-01-01", "2026-12-31", 12, "2026-01-01"],
  ["2020-01-15", "2026-12-31", 20, "2025-05-01"],
])("a trend of %s to %s has %i steps and begins on %s", (from, to, count, begins) => {
  const steps = stepsOf({ from: isoDate(from), to: isoDate(to) });

  expect([steps.length, steps[0]?.begins]).toEqual([count, begins]);
  for (const [at, step] of steps.entries()) expect(steps[at + 1]?.begins ?? step.before).toBe(step.before);
});
