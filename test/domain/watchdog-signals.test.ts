/** By when the rungs of a signal must have been told (handbook 2.5), as the watchdog works it out. */
import { describe, expect, it } from "vitest";
import type { LocalMinute } from "../../src/domain/calendar/working-minutes.ts";
import { isoDate } from "../../src/domain/dates.ts";
import { againBy, owedRungs, type SignalFacts, type SignalRules } from "../../src/domain/watchdog/index.ts";
import { loadCalendars } from "../../src/platform/calendars/index.ts";
import { isProblems } from "../../src/platform/yaml-file.ts";

const loaded = loadCalendars("policy/calendars");
const calendar = isProblems(loaded) ? undefined : loaded.get("cn");
if (calendar === undefined) throw new Error("the shipped calendar must be sound");

const orange: SignalRules = {
  isRed: false,
  calendar,
  hours: { start: 510, end: 1050 },
  rungs: [
    { to: "unit_manager", wait: undefined },
    { to: "risk_manager", wait: { working_days: 1 } },
  ],
  again: { days: 1 },
  verify: { working_days: 3 },
  plan: { working_days: 5 },
};
const red: SignalRules = {
  ...orange,
  isRed: true,
  hours: { start: 510, end: 1200, everyDay: true },
  rungs: [
    { to: "unit_manager", wait: undefined },
    { to: "head_office_manager", wait: { working_hours: 4 } },
  ],
  again: { hours: 2 },
};

function at(text: string): LocalMinute {
  const [date = "", time = ""] = text.split(" ");
  return { date: isoDate(date), minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) };
}
function shown({ date, minute }: LocalMinute): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
/** Raised on the last Friday before the Spring Festival of 2026, a worked Saturday before the rest days. */
const facts: SignalFacts = {
  since: at("2026-02-13 16:30"),
  isProven: true,
  acknowledged: undefined,
  verified: undefined,
  planned: undefined,
  quiets: [],
};
const owed = (one: Partial<SignalFacts>, rules: SignalRules, now: string) =>
  owedRungs({ ...facts, ...one }, rules, at(now)).map(({ to, awaits, at: due }) => `${to} ${awaits} ${shown(due)}`);

describe("an orange signal", () => {
  it("is told at once to keeper and manager, and to the risk manager after a working day, worked Saturdays being one", () => {
    expect(owed({}, orange, "2026-02-14 16:30")).toEqual([
      "account_manager acknowledge 2026-02-13 16:30",
      "unit_manager acknowledge 2026-02-13 16:30",
      "risk_manager acknowledge 2026-02-14 16:30",
    ]);
  });

  it("does not climb once somebody has acknowledged it in time, and climbs anew where nobody verifies it", () => {
    const acknowledged = at("2026-02-14 09:00");
    expect(owed({ acknowledged }, orange, "2026-02-24 16:29")).toHaveLength(2);
    expect(owed({ acknowledged }, orange, "2026-02-25 16:30").slice(2)).toEqual([
      "unit_manager verify 2026-02-25 16:30",
    ]);
  });

  it("is said again the next day until then, and what falls into a quiet time after it", () => {
    expect(againBy(facts, orange, at("2026-02-13 16:30"))).toEqual(at("2026-02-14 16:30"));
    const quiets = [{ from: at("2026-02-14 10:00"), until: at("2026-02-24 10:00") }];
    expect(againBy({ ...facts, quiets }, orange, at("2026-02-13 16:30"))).toEqual(at("2026-02-24 10:00"));
    expect(againBy({ ...facts, acknowledged: at("2026-02-13 17:00") }, orange, at("2026-02-13 16:30"))).toBeUndefined();
  });
});

describe("a red one", () => {
  it("that is proven reaches the top at once, in the waking hours of any day", () => {
    expect(owed({ since: at("2026-02-17 21:00") }, red, "2026-02-18 08:30")).toEqual([
      "account_manager acknowledge 2026-02-18 08:30",
      "unit_manager acknowledge 2026-02-18 08:30",
      "head_office_manager acknowledge 2026-02-18 08:30",
    ]);
  });

  it("that is one person's word waits for four hours, or until it is verified", () => {
    const word = { isProven: false };
    expect(owed(word, red, "2026-02-13 20:00")).toHaveLength(2);
    expect(owed(word, red, "2026-02-14 09:00").at(2)).toBe("head_office_manager acknowledge 2026-02-14 09:00");
    const verified = { ...word, acknowledged: at("2026-02-13 16:40"), verified: at("2026-02-13 17:10") };
    expect(owed(verified, red, "2026-02-13 18:00").at(2)).toBe("head_office_manager acknowledge 2026-02-13 17:10");
  });
});
