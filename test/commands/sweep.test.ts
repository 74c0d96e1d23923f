import { beforeEach, describe, expect, it } from "vitest";
import { sweep } from "../../commands/sweep.ts";
import { anInspection, anOfficerWithSlack, aWorld, said, type World } from "../features/morning/desk-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

async function run(flags: Record<string, boolean> = {}) {
  const surface = { where: "terminal", progress: () => undefined } as const;
  const outcome = await sweep.execute(world.system(), { words: [], flags }, surface);
  if (!("kind" in outcome) || outcome.kind !== "view") {
    throw new Error("no view");
  }
  return outcome.view;
}

describe("sweep", () => {
  it("says what was promised, by kind and by stage", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id, { dueOn: "2026-03-02" });
    await anInspection(world.db, officer.id);

    const view = await run();

    expect(said(view)).toEqual([
      "Sweep at 2026-03-10 09:00",
      "1 message promised (morning)",
      "they cover 1 late; 1 due today",
      "for the first time: 1 working day late: 1; due today: 1",
    ]);
    expect(view.json).toMatchObject({ dry_run: false, promised: { morning: 1 }, covered: { late: 1, due_today: 1 } });
  });

  it("a dry run says what would be promised, and promises nothing", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id);

    expect(said(await run({ "dry-run": true }))).toContain("1 message would be promised (morning)");
    expect(await world.db.outboxMessage.count()).toBe(0);
  });

  it("says why there is nothing to promise", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id);
    await run();

    expect(said(await run())[1]).toBe("Nothing to promise: 1 already promised.");
    world.at("2026-03-14T02:00:00Z");
    expect(said(await run())[1]).toBe("Nothing to promise: 1 on a rest day.");
  });
});
