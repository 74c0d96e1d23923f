import { beforeEach, describe, expect, it } from "vitest";
import { sample } from "../../commands/sample.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import { approveReport } from "../../src/features/reviews/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import { terminalText } from "../../src/platform/terminal/render.ts";
import { aSubmittedReport, aWorld, type World } from "../features/reviews/review-world.ts";

let world: World;
let code: string;
beforeEach(async () => {
  world = await aWorld("2026-02-10T02:00:00Z");
  code = (await world.db.orgUnit.findUniqueOrThrow({ where: { id: world.branch.id } })).code;
  const made = await aSubmittedReport(world, { announce: false });
  await approveReport(await world.as(world.reviewer), made.reportId);
  world.at("2026-03-02T01:20:00Z");
});

async function typed(words: readonly string[], flags: Readonly<Record<string, string | boolean>> = {}) {
  const surface = { where: "terminal", progress: () => undefined } as const;
  const outcome = await sample.execute(systemContext(world.parts), { words, flags }, surface);
  if (isRefusal(outcome)) return { said: outcome.refused, exitCode: undefined };
  if (outcome.kind !== "view") throw new Error("the terminal has no modals and files");
  return { said: terminalText(outcome.view), exitCode: outcome.exitCode };
}

describe("afterloan sample", () => {
  it("says of each unit what was drawn, why, and who looks again; asked again, that it was drawn before", async () => {
    const first = await typed([]);
    const again = await typed([]);

    expect(first.said).toContain("2026-02: drawn in 1 unit.");
    expect(first.said).toContain(`Riverside branch (${code}): 1 of 1 passed inspections`);
    expect(first.said).toMatch(/I-2026-\d+ → I-2026-\d+ · drawn by lot · Zhao Min/u);
    expect(again.said).toContain("2026-02: nothing was drawn now.");
    expect(again.said).toContain("Drawn before in 1 unit:");
    expect(again.said).toMatch(/→ I-2026-\d+ · drawn by lot · Zhao Min/u);
  });

  it("says of a month without passed inspections that there were none, and of one that lasts that it does", async () => {
    expect((await typed(["2026-01"])).said).toContain("No inspection that could be drawn passed in 2026-01.");
    expect((await typed(["2026-03"])).said).toBe("sample.month_not_over");
  });
});

describe("afterloan sample --verify", () => {
  it("draws all of the month again where no unit is named, and exits with 1 where one does not stand", async () => {
    expect((await typed(["2026-02"], { verify: true })).said).toContain("2026-02: there is no draw to verify.");
    await typed([]);
    const sound = await typed(["2026-02"], { verify: true });
    await world.db.inspection.updateMany({
      where: { state: "approved" },
      data: { closedAt: new Date("2026-01-20T02:00:00Z") },
    });
    const doubtful = await typed(["2026-02"], { verify: true, unit: code });

    expect(sound).toMatchObject({ exitCode: 0, said: expect.stringContaining("2026-02: the draw stands.") });
    expect(doubtful.exitCode).toBe(1);
    expect(doubtful.said).toContain("The inspections that passed in that month are not those it was drawn from.");
  });

  it("tells an unknown unit from one of which nothing was drawn, and asks for the month", async () => {
    expect((await typed(["2026-02"], { verify: true, unit: "NOPE" })).said).toBe("sample.no_unit");
    expect((await typed(["2026-02"], { verify: true, unit: code })).said).toBe("sample.not_drawn");
    expect((await typed([], { verify: true })).said).toBe("sample.verify_what");
  });
});
