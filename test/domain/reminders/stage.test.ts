import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, isWorkingDay } from "../../../src/domain/calendar/business-calendar.ts";
import { addDays, daysBetween, weekdayOf } from "../../../src/domain/dates.ts";
import {
  isReminderStage,
  type Ladder,
  lastRungDays,
  latenessOf,
  latenessOfMany,
  type ReminderStage,
  stageBefore,
  stageRank,
  toldAt,
} from "../../../src/domain/reminders/index.ts";
import type { IsoDate, Role } from "../../../src/domain/vocabulary.ts";
import { china, on } from "../planning/builders.ts";

const ladder: Ladder = {
  rungs: [
    { workingDays: 1, to: "account_manager" },
    { workingDays: 3, to: "unit_manager" },
    { workingDays: 3, to: "post_loan_officer" },
    { workingDays: 7, to: "risk_manager" },
  ],
  weekly: true,
};
const LAST = lastRungDays(ladder);
const everybody: Readonly<Partial<Record<Role, string[]>>> = {
  account_manager: ["li"],
  unit_manager: ["zhao"],
  post_loan_officer: ["wang"],
  risk_manager: ["sun"],
  head_office_manager: ["head"],
};
const told = (dueOn: IsoDate, today: IsoDate, holders = everybody) => {
  const { stages, vacant } = toldAt(ladder, latenessOf(china, dueOn, today, LAST), (role) => holders[role] ?? []);
  return { ...Object.fromEntries(stages), vacant };
};
const day = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays(on("2020-01-01"), days));
const workday = day.filter((date) => isWorkingDay(china, date));
const stageOn = (person: string, dueOn: IsoDate, today: IsoDate) => {
  const left = daysBetween(today, dueOn);
  if (left >= 0) return person === "li" ? stageBefore([7, 2, 0], left) : undefined;
  return toldAt(ladder, latenessOf(china, dueOn, today, LAST), (role) => everybody[role] ?? []).stages.get(person);
};

const isNews = (stage: ReminderStage | undefined, last: ReminderStage | undefined): stage is ReminderStage =>
  stage !== undefined && (last === undefined || stageRank(stage) > stageRank(last));

describe("given the bank's ladder and an inspection due on Tuesday 10 March 2026", () => {
  const due = on("2026-03-10");

  it.each([
    [8, undefined],
    [7, "before_7"],
    [3, "before_7"],
    [2, "before_2"],
    [1, "before_2"],
    [0, "before_0"],
  ])("%i days before, its officer stands at %s", (left, stage) => {
    expect(stageBefore([7, 2, 0], left)).toBe(stage);
  });

  it.each([
    ["2026-03-11", { li: "after_1" }],
    ["2026-03-12", { li: "after_1" }],
    ["2026-03-13", { li: "after_1", zhao: "after_3", wang: "after_3" }],
    ["2026-03-18", { li: "after_1", zhao: "after_3", wang: "after_3" }],
    ["2026-03-19", { li: "after_1", zhao: "after_3", wang: "after_3", sun: "after_7" }],
    ["2026-03-22", { li: "after_1", zhao: "after_3", wang: "after_3", sun: "after_7" }],
    ["2026-03-23", { li: "weekly_1", zhao: "weekly_1", wang: "weekly_1", sun: "weekly_1" }],
    ["2026-03-29", { li: "weekly_1", zhao: "weekly_1", wang: "weekly_1", sun: "weekly_1" }],
    ["2026-03-30", { li: "weekly_2", zhao: "weekly_2", wang: "weekly_2", sun: "weekly_2" }],
  ])("on %s it has climbed to %o", (today, stages) => {
    expect(told(due, on(today))).toEqual({ ...stages, vacant: [] });
  });

  it("a holiday week climbs no rung", () => {
    // The Spring Festival of 2026: 15 to 23 February are rest days, the 14th and the 28th are worked.
    expect(told(on("2026-02-13"), on("2026-02-23"))).toEqual({ li: "after_1", vacant: [] });
    expect(told(on("2026-02-13"), on("2026-02-25"))).toMatchObject({ zhao: "after_3" });
  });

  it("a post that nobody holds hands its rung on at once, and is named", () => {
    const noManager = { ...everybody, unit_manager: [] };
    expect(told(due, on("2026-03-13"), noManager)).toEqual({
      li: "after_1",
      sun: "after_3",
      wang: "after_3",
      vacant: ["unit_manager"],
    });
    const onlyHead = { account_manager: ["li"], head_office_manager: ["head"] };
    expect(told(due, on("2026-03-13"), onlyHead)).toMatchObject({ head: "after_3" });
  });

  it("work that nobody keeps goes to the line manager on the officer's rung", () => {
    expect(told(due, on("2026-03-11"), { ...everybody, account_manager: [] })).toMatchObject({ zhao: "after_1" });
  });

  it("who holds two posts is told once, at the higher rung", () => {
    const both = { ...everybody, risk_manager: ["zhao"] };
    expect(told(due, on("2026-03-19"), both)).toMatchObject({ zhao: "after_7" });
  });

  it("a policy that ends with its last rung tells nothing weekly", () => {
    const late = latenessOf(china, due, on("2026-05-01"), LAST);
    const { stages } = toldAt({ ...ladder, weekly: false }, late, (role) => everybody[role] ?? []);
    expect([...new Set(stages.values())]).toEqual(["after_1", "after_3", "after_7"]);
  });
});

describe("for every due date and every day", () => {
  it("from one working day to the next nobody's stage goes back", () => {
    fc.assert(
      fc.property(
        workday,
        fc.integer({ min: -9, max: 60 }),
        fc.constantFrom("li", "zhao", "sun"),
        (due, at, person) => {
          const [today, tomorrow] = [addDays(due, at), addWorkingDays(china, addDays(due, at), 1).date];
          const [now, then] = [stageOn(person, due, today), stageOn(person, due, tomorrow)];
          if (now !== undefined) {
            expect(then).toBeDefined();
            expect(stageRank(then!)).toBeGreaterThanOrEqual(stageRank(now));
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("many items are as late as each of them alone", () => {
    const dates = fc.array(fc.tuple(workday, fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(dates, (all) => {
        const lateness = latenessOfMany(LAST);
        for (const [due, after] of [...all, ...all]) {
          const today = addDays(due, after);
          expect(lateness(china, due, today)).toEqual(latenessOf(china, due, today, LAST));
        }
      }),
    );
  });

  it("a rest day reaches no rung that the working day before it had not", () => {
    fc.assert(
      fc.property(workday, fc.integer({ min: 1, max: 40 }), (due, after) => {
        const today = addDays(due, after);
        fc.pre(!isWorkingDay(china, today));
        const before = latenessOf(china, due, addDays(due, after - 1), LAST);
        expect(latenessOf(china, due, today, LAST).workingDays).toBe(before.workingDays);
      }),
      { numRuns: 500 },
    );
  });

  it("told on working mornings only, with an outage of any length, each stage is said once and the first morning back says one", () => {
    fc.assert(
      fc.property(workday, fc.integer({ min: -8, max: 40 }), fc.integer({ min: 1, max: 20 }), (due, at, down) => {
        const up = Array.from({ length: 80 }, (_, index) => index - 9)
          .filter((after) => after < at || after >= at + down)
          .map((after) => addDays(due, after))
          .filter((today) => isWorkingDay(china, today));
        for (const person of ["li", "zhao", "sun"]) {
          const said: { on: IsoDate; stage: ReminderStage }[] = [];
          for (const today of up) {
            const stage = stageOn(person, due, today);
            if (isNews(stage, said.at(-1)?.stage)) {
              said.push({ on: today, stage });
            }
          }
          expect(new Set(said.map(({ stage }) => stage)).size).toBe(said.length);
          expect(new Set(said.map(({ on: date }) => date)).size).toBe(said.length);
          expect(said.at(-1)?.stage).toMatch(/^weekly_/);
        }
      }),
    );
  });

  it("weekly digests begin on Mondays, four to ten days after the last rung, a week apart", () => {
    fc.assert(
      fc.property(workday, (due) => {
        const last = addWorkingDays(china, due, LAST).date;
        const starts = Array.from({ length: 40 }, (_, index) => addDays(last, index)).filter(
          (today) => latenessOf(china, due, today, LAST).weeks > latenessOf(china, due, addDays(today, -1), LAST).weeks,
        );
        const [first] = starts;
        expect(new Set(starts.map(weekdayOf))).toEqual(new Set([1]));
        expect(first! >= addDays(last, 4) && first! <= addDays(last, 10)).toBe(true);
        expect(starts.slice(1).every((date, index) => addDays(starts[index]!, 7) === date)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a stored stage", () => {
  it.each([
    ["before_7", true],
    ["weekly_12", true],
    ["none", false],
    ["after_", false],
  ])("%s is read as one: %s", (text, is) => {
    expect(isReminderStage(text)).toBe(is);
  });

  it("ranks by what it says: nearer, later, again", () => {
    const order = [
      "before_7",
      "before_2",
      "before_0",
      "after_1",
      "after_3",
      "after_7",
      "weekly_1",
      "weekly_2",
    ] as const;
    expect([...order].sort((a, b) => stageRank(a) - stageRank(b))).toEqual(order);
  });
});
