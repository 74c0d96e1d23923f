import { beforeAll, describe, expect, it } from "vitest";
import { workdays } from "../../commands/workdays.ts";
import { aWorld, said, type World } from "../features/morning/desk-world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

async function answers(words: readonly string[], flags: Record<string, string> = {}) {
  const outcome = await workdays.execute(
    world.system(),
    { words, flags },
    { where: "terminal", progress: () => undefined },
  );
  return "kind" in outcome && outcome.kind === "view" ? said(outcome.view).slice(1).join(" ") : outcome;
}

describe("workdays", () => {
  it.each([
    ["2026-03-06", "+1", "1 working day after 6 Mar 2026: 9 Mar 2026 (cn)"],
    ["2026-02-13", "+2", "2 working days after 13 Feb 2026: 24 Feb 2026 (cn)"],
    ["2026-09-30", "3", "3 working days after 30 Sept 2026: 10 Oct 2026 (cn)"],
    ["2026-03-07", "+0", "7 Mar 2026 or the next working day: 9 Mar 2026 (cn)"],
    ["2026-03-09", "-1", "1 working day before 9 Mar 2026: 6 Mar 2026 (cn)"],
  ])("%s %s", async (from, count, sentence) => {
    expect(await answers([from, count])).toBe(sentence);
  });

  it("says when a year's holidays are not announced yet", async () => {
    expect(await answers(["2026-12-31", "+1"])).toMatch(/1 Jan 2027 \(cn\) Provisional: /);
  });

  it("counts on another calendar where one is named", async () => {
    expect(await answers(["2026-07-02", "+1"], { calendar: "us-federal" })).toMatch(/6 Jul 2026 \(us-federal\)/);
  });

  it.each([
    [["2026-02-30", "+1"], {}, "workdays.date"],
    [["2026-02-28", "soon"], {}, "workdays.count"],
    [["2026-02-28", "+9999"], {}, "workdays.count"],
    [["2026-02-28", "+1"], { calendar: "mars" }, "workdays.calendar"],
    [["2026-02-28"], {}, "command.usage"],
  ])("%j is refused with what would be right", async (words, flags, refused) => {
    expect(await answers(words, flags)).toMatchObject({ refused });
  });
});
