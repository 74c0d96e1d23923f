import { describe, expect, it } from "vitest";
import { onGround, runLives } from "../../bench/faults/bench.ts";
import { dividedBy } from "../../bench/faults/findings.ts";
import { livesOf } from "../../bench/faults/lives.ts";
import type { Verdict } from "../../bench/faults/oracle/verdict.ts";
import { type Fault, KINDS_COUNT, type Point, planRuns } from "../../bench/faults/plan.ts";
import { AT_ONCE, killMoments, submitTogether } from "../../bench/faults/submissions.ts";
import { summaryOf } from "../../bench/faults/table.ts";
import type { PlantedBug } from "../../bench/faults/wire.ts";

/** Real processes that die and are started again: minutes on a busy machine. */
const LONG_MS = 600_000;
const SEED = 7;

const planOf = (point: Point, fault: Fault) => [{ number: 1, point, fault, aggravation: "none" as const }];
const found = async (plans: ReturnType<typeof planOf>, bug?: PlantedBug) =>
  (await runLives(livesOf(plans), { desks: 1, ...(bug === undefined ? {} : { bug }) })).map(({ verdict }) => verdict);

describe("the plan", () => {
  it("follows from its seed alone", () => {
    expect(planRuns(1_000, SEED)).toEqual(planRuns(1_000, SEED));
    expect(planRuns(1_000, SEED)).not.toEqual(planRuns(1_000, SEED + 1));
  });

  it("tries every kind once before it tries one again", () => {
    const kinds = planRuns(KINDS_COUNT, SEED).map(({ fault }) => fault.class);
    expect(new Set(kinds).size).toBe(new Set(planRuns(1_000, SEED).map(({ fault }) => fault.class)).size);
  });
});

describe("the lives of a plan", () => {
  const plans = planRuns(1_000, SEED);
  const lives = livesOf(plans);

  it("give every run its place in one of them", () => {
    const numbers = lives.flatMap(({ strikes }) => strikes.map(({ number }) => number));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(plans.map(({ number }) => number));
  });

  it("are struck at moments so far apart that the second finds something to break", () => {
    const points = new Set(lives.map(({ strikes }) => strikes.map(({ point }) => point).join(" ")));
    for (const told of ["submission request", "approval notice", "morning morning"]) {
      expect([...points].filter((all) => all.includes(told))).toEqual([]);
    }
    expect([...points]).toContain("morning submission approval");
  });

  it("leave alone what would spoil another's trial", () => {
    const spoiled = lives.filter(({ strikes }) => strikes.some(({ fault }) => fault.class === "deactivated"));
    expect(spoiled.length).toBeGreaterThan(0);
    expect(spoiled.map(({ strikes }) => strikes.length)).toEqual(spoiled.map(() => 1));
  });
});

describe("what the oracle finds in the end of a life", () => {
  const verdict = (lost: readonly string[], reminders: number): Verdict => ({
    ...{ lost, reminders, remindersDoubled: [], approvalsDoubled: [], reported: [] },
  });

  it("belongs to the strike after which it was seen first, and what was mended since to none", () => {
    const after = [verdict(["a", "late"], 2), verdict(["a", "b", "a"], 5)];
    expect(dividedBy(after, verdict(["a", "a", "b", "c"], 6))).toEqual([
      verdict(["a"], 2),
      verdict(["a", "b", "c"], 4),
    ]);
  });
});

describe("the oracle sees a desk that", () => {
  it.each<[PlantedBug, Point, Fault, "lost" | "remindersDoubled"]>([
    ["acknowledge_before_saving", "submission", { class: "killed_when_acknowledged" }, "lost"],
    ["mark_before_sending", "morning", { class: "killed_at_post", accepted: false }, "lost"],
    ["resend_without_looking", "morning", { class: "dropped", accepted: true }, "remindersDoubled"],
  ])("has the mistake %s, and passes one without it", { timeout: LONG_MS }, async (bug, point, fault, sign) => {
    const [mistaken] = await found(planOf(point, fault), bug);
    expect(mistaken?.[sign]).not.toEqual([]);
    const [sound] = await found(planOf(point, fault));
    expect(sound).toMatchObject({ lost: [], remindersDoubled: [], approvalsDoubled: [] });
  });
});

/** The others, and a thousand runs, by `npm run faults`: they take longer than a test suite should. */
const STRUCK = 12;

describe("a desk that is struck in a dozen ways", () => {
  it("loses nothing and says nothing twice", { timeout: LONG_MS }, async () => {
    const lived = await runLives(livesOf(planRuns(STRUCK, SEED)), { desks: 4 });
    expect(lived.flatMap(({ plan, verdict }) => verdict.lost.map((words) => `${plan.number}: ${words}`))).toEqual([]);
    expect(summaryOf(lived)).toMatchObject({ runs: STRUCK, lost: 0, doubled: 0 });
  });
});

describe("twenty who submit at once while their desk dies", () => {
  it("have as many reports as acknowledgements", { timeout: LONG_MS }, async () => {
    const [kill = { afterTold: 5, thenMs: 0 }] = killMoments(1, SEED);
    const batch = await onGround(AT_ONCE, (ground) => submitTogether(ground, 1, kill));
    expect(batch).toMatchObject({ acknowledged: AT_ONCE, reports: AT_ONCE, lost: [], doubled: [] });
  });
});
