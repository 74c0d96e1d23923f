import { beforeEach, describe, expect, it } from "vitest";
import { replay } from "../../commands/replay.ts";
import { anInspection, anOfficerWithSlack, aWorld, said, type World } from "../features/morning/desk-world.ts";
import { testDatabaseKind } from "../setup/database.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld("2026-03-08T02:00:00Z");
});

const surface = { where: "terminal", progress: () => undefined } as const;
const run = (flags: Record<string, string>) => replay.execute(world.system(), { words: [], flags }, surface);

describe("replay", () => {
  it.runIf(testDatabaseKind === "sqlite")(
    "says a line for each day with what would have been said, and the sums",
    async () => {
      const officer = await anOfficerWithSlack(world.db);
      // The first night plans it anew, with the days of grace that a changed date gives.
      await anInspection(world.db, officer.id, { dueOn: "2026-03-10" });

      const outcome = await run({ from: "2026-03-10", to: "2026-03-12" });

      if (!("kind" in outcome) || outcome.kind !== "view") throw new Error("no view");
      expect(said(outcome.view)).toEqual([
        "Replay from 2026-03-10 to 2026-03-12",
        "Officers visit on the due day; reports are approved at once.",
        "table",
        expect.stringMatching(/^Messages by kind: mornings 1/),
        "Told for the first time, by stage: 7 days before 1",
        "Lines of the mornings, by section: 1 due soon",
        "On a copy of the book; nothing was sent or changed.",
      ]);
      expect(outcome.view.json).toMatchObject({
        answers: "on-time",
        totals: { answered: 0, messages: { morning: 1 }, told: { before_7: 1 } },
        days: [{ messages: { morning: 1 } }],
      });
    },
  );

  it.each([
    [{}, "replay.no_date"],
    [{ from: "2026-03-10" }, "replay.no_date"],
    [{ from: "2026-03-10", to: "31.3.2026" }, "replay.no_date"],
    [{ from: "2026-03-10", to: "2026-03-12", answers: "soon" }, "replay.no_answers"],
  ] as const)("refuses %o", async (flags, code) => {
    expect(await run(flags)).toMatchObject({ refused: code });
  });
});
