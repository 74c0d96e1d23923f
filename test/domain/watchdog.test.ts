import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/domain/dates.ts";
import type { Role } from "../../src/domain/vocabulary.ts";
import { heardFrom, hearersOf, reminderBy, rungsBy, type TellingRules } from "../../src/domain/watchdog/index.ts";
import { loadCalendars } from "../../src/platform/calendars/index.ts";
import { isProblems } from "../../src/platform/yaml-file.ts";

const loaded = loadCalendars("policy/calendars");
const calendar = isProblems(loaded) ? undefined : loaded.get("cn");
if (calendar === undefined) throw new Error("the shipped calendar must be sound");

const rules: TellingRules = {
  beforeDueDays: [7, 2, 0],
  rungs: [
    { workingDays: 1, to: "account_manager" },
    { workingDays: 3, to: "unit_manager" },
    { workingDays: 7, to: "risk_manager" },
  ],
  weekly: true,
};
/** The Friday before the Spring Festival of 2026; Saturday the 14th is worked, then rest days until the 23rd. */
const DUE = isoDate("2026-02-13");
const heardOn = (today: string) =>
  rungsBy(rules, calendar, DUE, isoDate(today)).map(({ to, heard }) => `${to} ${heard.name}`);

describe("by when it must have been told", () => {
  it.each([
    ["2026-02-05", undefined],
    ["2026-02-06", "before_7"],
    ["2026-02-10", "before_7"],
    ["2026-02-11", "before_2"],
    ["2026-02-13", "before_0"],
  ])("on %s, before the due date: %s", (today, name) => {
    expect(reminderBy(rules, DUE, isoDate(today))?.name).toBe(name);
  });

  it.each([
    ["2026-02-13", []],
    ["2026-02-14", ["account_manager after_1"]],
    ["2026-02-23", ["account_manager after_1"]],
    ["2026-02-24", ["account_manager after_1"]],
    ["2026-02-25", ["account_manager after_1", "unit_manager after_3"]],
    ["2026-03-02", ["account_manager after_1", "unit_manager after_3", "risk_manager after_7"]],
    ["2026-03-09", ["account_manager weekly_1", "unit_manager weekly_1", "risk_manager weekly_1"]],
    ["2026-03-16", ["account_manager weekly_2", "unit_manager weekly_2", "risk_manager weekly_2"]],
  ])("on %s, late over the Spring Festival: %j", (today, heard) => {
    expect(heardOn(today)).toEqual(heard);
  });

  it("reads what the outbox remembers, and nothing else", () => {
    expect(heardFrom("late:after_3@2026-02-13+again")).toEqual({
      milestone: { name: "after_3", rank: 3 },
      dueOn: "2026-02-13",
    });
    expect(heardFrom("returned:none@2026-02-13")).toBeUndefined();
    expect(heardFrom("late")).toBeUndefined();
  });
});

describe("who must have heard", () => {
  const on = (today: string, holders: Partial<Record<Role, readonly string[]>>) =>
    Object.fromEntries(
      [...hearersOf(rules, rungsBy(rules, calendar, DUE, isoDate(today)), (role) => holders[role] ?? [])].map(
        ([person, { name }]) => [person, name],
      ),
    );
  const all = { account_manager: ["li"], unit_manager: ["zhao"], risk_manager: ["sun"] };

  it("each holder at the highest rung that is theirs", () => {
    expect(on("2026-02-25", all)).toEqual({ li: "after_1", zhao: "after_3" });
    expect(on("2026-03-02", { ...all, risk_manager: ["zhao"] })).toEqual({ li: "after_1", zhao: "after_7" });
  });

  it("a rung that nobody holds passes upward at once, to the head office at last", () => {
    expect(on("2026-02-25", { ...all, unit_manager: [] })).toEqual({ li: "after_1", sun: "after_3" });
    expect(on("2026-02-25", { account_manager: ["li"], head_office_manager: ["gao"] })).toEqual({
      li: "after_1",
      gao: "after_3",
    });
    expect(on("2026-02-25", {})).toEqual({});
  });
});
