import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LocalMinute } from "../../../src/domain/calendar/working-minutes.ts";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import {
  answerDue,
  compareMinutes,
  endsToChoose,
  type LevelClock,
  type LevelTime,
  type StandingSignal,
  stepsUntil,
} from "../../../src/domain/escalation/index.ts";
import { chinaCalendar } from "../../../src/platform/calendars/china.ts";

const calendar = chinaCalendar();
const working: LevelTime = { calendar, hours: { start: 510, end: 1050 } };
const waking: LevelTime = { calendar, hours: { start: 510, end: 1200, everyDay: true } };

const red: LevelClock = {
  acknowledge: { working_hours: 4 },
  verify: { working_days: 1 },
  plan: { working_days: 2 },
  path: [
    { role: "unit_manager" },
    { role: "risk_manager" },
    { role: "head_office_manager", after: { working_hours: 4 } },
  ],
  repeat_until_acknowledged: { hours: 2 },
};
const orange: LevelClock = {
  acknowledge: { working_days: 1 },
  verify: { working_days: 3 },
  plan: { working_days: 5 },
  path: [
    { role: "unit_manager" },
    { role: "risk_manager", after: { working_days: 1 } },
    { role: "head_office_manager", after: { working_days: 3 } },
  ],
  repeat_until_acknowledged: { days: 1 },
};

const at = (date: string, time: string): LocalMinute => ({
  date: isoDate(date),
  minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
});
const wall = ({ date, minute }: LocalMinute) =>
  `${date} ${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const raised = (since: LocalMinute, differences: Partial<StandingSignal> = {}): StandingSignal => ({
  level: "orange",
  since,
  raisedBy: "facts",
  isVeto: false,
  ...differences,
});
const told = (signal: StandingSignal, until: LocalMinute) =>
  stepsUntil(signal, signal.level === "red" ? red : orange, signal.level === "red" ? waking : working, until).map(
    (step) => `${wall(step.at)} ${step.awaits} ${step.role}${step.repeat === 0 ? "" : ` again ${step.repeat}`}`,
  );

describe("A ladder that is made to stand still", () => {
  const tuesday = at("2026-03-10", "10:00");
  const quiet = { from: at("2026-03-10", "16:00"), until: at("2026-03-11", "14:00") };

  it("tells at the end of the time what fell into it, and goes on from there", () => {
    const still = raised(tuesday, { quiets: [quiet] });
    expect(told(still, at("2026-03-12", "17:00"))).toEqual([
      "2026-03-10 10:00 acknowledge account_manager",
      "2026-03-10 10:00 acknowledge unit_manager",
      "2026-03-11 14:00 acknowledge account_manager again 1",
      "2026-03-11 14:00 acknowledge unit_manager again 1",
      "2026-03-11 14:00 acknowledge risk_manager",
      "2026-03-12 14:00 acknowledge account_manager again 2",
      "2026-03-12 14:00 acknowledge unit_manager again 2",
      "2026-03-12 14:00 acknowledge risk_manager again 1",
    ]);
  });

  it("does not climb to who waits for an acknowledgement that came meanwhile, and keeps its deadlines", () => {
    const answered = raised(tuesday, { quiets: [quiet], acknowledged: at("2026-03-11", "11:00") });
    expect(told(answered, at("2026-03-13", "10:00"))).toEqual([
      "2026-03-10 10:00 acknowledge account_manager",
      "2026-03-10 10:00 acknowledge unit_manager",
      "2026-03-13 10:00 verify unit_manager",
    ]);
    expect(answerDue(answered, orange, working, "verify")).toMatchObject(at("2026-03-13", "10:00"));
  });

  it("says nothing in the time, whatever the time and whenever it was raised", () => {
    const moment = fc.record({ date: fc.integer({ min: 0, max: 20 }), minute: fc.integer({ min: 0, max: 1_439 }) });
    const on = ({ date, minute }: { date: number; minute: number }) => ({
      date: addDays(isoDate("2026-03-10"), date),
      minute,
    });
    fc.assert(
      fc.property(moment, moment, moment, (since, from, until) => {
        const time = { from: on(from), until: on(until) };
        const steps = stepsUntil(raised(on(since), { quiets: [time] }), orange, working, at("2026-04-20", "00:00"));
        expect(
          steps.filter((step) => compareMinutes(step.at, time.from) > 0 && compareMinutes(step.at, time.until) < 0),
        ).toEqual([]);
      }),
    );
  });

  it("may end in some hours, on a morning, or at the latest that the policy lets it", () => {
    expect(endsToChoose(working, tuesday, { working_days: 1 }).map(wall)).toEqual([
      "2026-03-10 11:00",
      "2026-03-10 12:00",
      "2026-03-10 14:00",
      "2026-03-11 08:30",
      "2026-03-11 10:00",
    ]);
  });
});

describe("Orange, raised on Tuesday 10 March 2026 at 10:00", () => {
  const tuesday = at("2026-03-10", "10:00");

  it("is told to its owner and the unit's manager, then climbs after one and three working days, daily to whoever was told", () => {
    expect(told(raised(tuesday), at("2026-03-13", "10:00"))).toEqual([
      "2026-03-10 10:00 acknowledge account_manager",
      "2026-03-10 10:00 acknowledge unit_manager",
      "2026-03-11 10:00 acknowledge account_manager again 1",
      "2026-03-11 10:00 acknowledge unit_manager again 1",
      "2026-03-11 10:00 acknowledge risk_manager",
      "2026-03-12 10:00 acknowledge account_manager again 2",
      "2026-03-12 10:00 acknowledge unit_manager again 2",
      "2026-03-12 10:00 acknowledge risk_manager again 1",
      "2026-03-13 10:00 acknowledge account_manager again 3",
      "2026-03-13 10:00 acknowledge unit_manager again 3",
      "2026-03-13 10:00 acknowledge risk_manager again 2",
      "2026-03-13 10:00 acknowledge head_office_manager",
    ]);
  });

  it("stops where somebody acknowledges it; unverified after three working days the path is walked anew from then", () => {
    const signal = raised(tuesday, { acknowledged: at("2026-03-10", "11:00") });
    expect(told(signal, at("2026-03-18", "10:00"))).toEqual([
      "2026-03-10 10:00 acknowledge account_manager",
      "2026-03-10 10:00 acknowledge unit_manager",
      "2026-03-13 10:00 verify unit_manager",
      "2026-03-16 10:00 verify risk_manager",
      "2026-03-18 10:00 verify head_office_manager",
    ]);
  });

  it("verified in time, it owes its plan in five working days from the beginning", () => {
    const signal = raised(tuesday, {
      acknowledged: at("2026-03-10", "11:00"),
      verified: at("2026-03-12", "09:00"),
    });
    expect(answerDue(signal, orange, working, "plan")).toEqual(at("2026-03-17", "10:00"));
    expect(told(signal, at("2026-03-18", "10:00")).slice(2)).toEqual([
      "2026-03-17 10:00 plan unit_manager",
      "2026-03-18 10:00 plan risk_manager",
    ]);
  });

  it("verified after its plan was owed, the plan is late from the verification", () => {
    const signal = raised(tuesday, { acknowledged: tuesday, verified: at("2026-03-18", "11:00") });
    expect(told(signal, at("2026-03-18", "11:00")).at(-1)).toBe("2026-03-18 11:00 plan unit_manager");
  });

  it("tells nobody any more once it has ended", () => {
    const signal = raised(tuesday, { acknowledged: tuesday, ended: at("2026-03-13", "09:00") });
    expect(told(signal, at("2026-06-01", "10:00"))).toHaveLength(2);
  });
});

describe("Orange before a holiday", () => {
  it("raised at 17:00 before National Day, its four working days run on after it", () => {
    const signal = raised(at("2025-09-30", "17:00"));
    expect(answerDue(signal, orange, working, "acknowledge")).toEqual(at("2025-10-09", "17:00"));
  });
  it("raised at night, it is told when work begins", () => {
    expect(told(raised(at("2026-03-10", "22:00")), at("2026-03-11", "08:30"))).toEqual([
      "2026-03-11 08:30 acknowledge account_manager",
      "2026-03-11 08:30 acknowledge unit_manager",
    ]);
  });
});

describe("Red, on the first day of the National holiday", () => {
  const holiday = at("2025-10-01", "19:00");
  const asRed = (differences: Partial<StandingSignal> = {}) => raised(holiday, { level: "red", ...differences });

  it("from facts, everybody up to the president hears of it at once, and every two waking hours again", () => {
    expect(told(asRed(), at("2025-10-02", "09:30"))).toEqual([
      "2025-10-01 19:00 acknowledge account_manager",
      "2025-10-01 19:00 acknowledge unit_manager",
      "2025-10-01 19:00 acknowledge risk_manager",
      "2025-10-01 19:00 acknowledge head_office_manager",
      "2025-10-02 09:30 acknowledge account_manager again 1",
      "2025-10-02 09:30 acknowledge unit_manager again 1",
      "2025-10-02 09:30 acknowledge risk_manager again 1",
      "2025-10-02 09:30 acknowledge head_office_manager again 1",
    ]);
  });

  const president = (signal: StandingSignal) =>
    told(signal, at("2025-10-31", "10:00")).filter((line) => line.endsWith("acknowledge head_office_manager"));

  it.each([
    ["a person's word waits for the missed acknowledgement", {}, ["2025-10-02 11:30"]],
    ["acknowledged in time and not verified, the president is not told of it", { acknowledged: holiday }, []],
    [
      "acknowledged and verified, the president hears at the verification",
      { acknowledged: holiday, verified: at("2025-10-03", "09:00") },
      ["2025-10-03 09:00"],
    ],
    [
      "verified before the acknowledgement was owed, at the verification too",
      { acknowledged: holiday, verified: at("2025-10-01", "19:30") },
      ["2025-10-01 19:30"],
    ],
    ["a veto is told at once, whoever raised it", { isVeto: true, acknowledged: holiday }, ["2025-10-01 19:00"]],
  ])("%s", (_story, differences, expected) => {
    const lines = president(asRed({ raisedBy: "person", ...differences }));
    expect(lines).toEqual(expected.map((moment) => `${moment} acknowledge head_office_manager`));
  });

  it("raised and acknowledged at night, the managers still hear of it when the day begins", () => {
    const night = raised(at("2025-10-01", "22:00"), { level: "red", acknowledged: at("2025-10-01", "22:30") });
    expect(told(night, at("2025-10-02", "10:00"))).toEqual([
      "2025-10-02 08:30 acknowledge account_manager",
      "2025-10-02 08:30 acknowledge unit_manager",
      "2025-10-02 08:30 acknowledge risk_manager",
      "2025-10-02 08:30 acknowledge head_office_manager",
    ]);
  });
});

describe("Whatever happens", () => {
  const minute = fc
    .record({ day: fc.integer({ min: 0, max: 20 }), minute: fc.integer({ min: 0, max: 1439 }) })
    .map((one) => ({ date: addDays(isoDate("2025-09-20"), one.day), minute: one.minute }));
  const signals = fc.record(
    {
      level: fc.constantFrom("orange" as const, "red" as const),
      since: minute,
      raisedBy: fc.constantFrom("person" as const, "facts" as const),
      isVeto: fc.boolean(),
      acknowledged: minute,
      verified: minute,
      planApproved: minute,
    },
    { requiredKeys: ["level", "since", "raisedBy", "isVeto"] },
  );
  const steps = (signal: StandingSignal, until: LocalMinute) =>
    stepsUntil(signal, signal.level === "red" ? red : orange, signal.level === "red" ? waking : working, until);
  const end = at("2025-10-20", "12:00");

  it("what was foreseen is what comes: a later look tells the same beginning, and each step has its own key", () => {
    fc.assert(
      fc.property(signals, minute, (signal, early) => {
        const whole = steps(signal, end);
        expect(steps(signal, early)).toEqual(whole.filter(({ at: when }) => compareMinutes(when, early) <= 0));
        expect(new Set(whole.map(({ key }) => key)).size).toBe(whole.length);
      }),
    );
  });

  it("an answer never brings more tellings of what it answers, and nothing is told outside the level's hours", () => {
    fc.assert(
      fc.property(signals, minute, (signal, acknowledged) => {
        const { acknowledged: _, verified: __, planApproved: ___, ...silent } = signal;
        const count = (one: StandingSignal) => steps(one, end).filter(({ awaits }) => awaits === "acknowledge").length;
        expect(count({ ...silent, acknowledged })).toBeLessThanOrEqual(count(silent));
        const closes = signal.level === "red" ? 1200 : 1050;
        expect(steps(signal, end).every(({ at: { minute: m } }) => m >= 510 && m <= closes)).toBe(true);
      }),
    );
  });
});
