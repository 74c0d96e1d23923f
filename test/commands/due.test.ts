import { beforeEach, describe, expect, it } from "vitest";
import { due } from "../../commands/due.ts";
import type { Surface } from "../../src/platform/commands/definition.ts";
import { aPerson, aStandIn } from "../builders/index.ts";
import { anInspection, anOfficerWithSlack, aWorld, said, type World } from "../features/morning/desk-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

async function asks(personId: string) {
  const surface: Surface = { where: "slack", progress: () => undefined };
  const outcome = await due.execute(await world.as(personId), { words: [], flags: {} }, surface);
  return "kind" in outcome && outcome.kind === "view" ? outcome.view : outcome;
}
async function reads(personId: string) {
  const view = await asks(personId);
  return "pieces" in view ? said(view) : view;
}

describe("due", () => {
  it("shows an officer's own work, most urgent first, and nobody else's", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const other = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id, { borrowerName: "Mine" });
    await anInspection(world.db, officer.id, { borrowerName: "Mine Late", dueOn: "2026-03-02" });
    await anInspection(world.db, officer.id, { borrowerName: "Begun", dueOn: "2026-05-20", state: "started" });
    await anInspection(world.db, officer.id, { state: "submitted" });
    await anInspection(world.db, other.id, { borrowerName: "Theirs" });

    expect(await reads(officer.id)).toEqual([
      "Your desk",
      "# Late (1)",
      expect.stringContaining("Mine Late"),
      "# Due today (1)",
      expect.stringContaining("Mine"),
      "# Begun, due later (1)",
      expect.stringContaining("Begun"),
      "[Put off, could not visit…]",
      "1 report of yours waits for review.",
      "As of 10 Mar 2026.",
    ]);
  });

  it("with nothing due it says what comes next", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id, { borrowerName: "Harvest Foods", dueOn: "2026-04-02" });

    expect(((await reads(officer.id)) as string[])[1]).toBe(
      "Nothing is due until 18 Mar 2026. Next: Harvest Foods, 2 Apr 2026.",
    );
  });

  it("a stand-in sees the absent colleague's work, and for whom it is", async () => {
    const [away, standIn] = [
      await anOfficerWithSlack(world.db, { name: "Chen Hao" }),
      await anOfficerWithSlack(world.db),
    ];
    await anInspection(world.db, away.id, { borrowerName: "Theirs" });
    await aStandIn(world.db, { personId: away.id, standInId: standIn.id, fromOn: "2026-03-10", toOn: "2026-03-12" });

    expect((await reads(standIn.id)) as string[]).toContainEqual(expect.stringMatching(/Theirs .*for Chen Hao/));
  });

  it("holds fifteen lines; the counts are of all", async () => {
    const officer = await anOfficerWithSlack(world.db);
    for (let item = 0; item < 18; item += 1) {
      await anInspection(world.db, officer.id);
    }

    const inSlack = (await reads(officer.id)) as string[];

    expect(inSlack.filter((line) => line.includes("[Start check]"))).toHaveLength(15);
    expect(inSlack).toContain("and 3 more");
    expect(inSlack).toContainEqual(expect.stringContaining("[Show all (18)]"));
  });

  it("is refused to a person without any role", async () => {
    const nobody = await aPerson(world.db);

    expect(await reads(nobody.id)).toMatchObject({ refused: "may.role" });
  });
});
