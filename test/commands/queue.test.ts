import { beforeEach, describe, expect, it } from "vitest";
import { queue } from "../../commands/queue.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import { aSubmittedReport, aWorld, textOf, type World } from "../features/reviews/review-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const typed = async (person: { id: string }) => {
  const surface = { where: "slack" as const, progress: () => undefined };
  const outcome = await queue.execute(await world.as(person), { words: [], flags: {} }, surface);
  return isRefusal(outcome) || outcome.kind !== "view" ? outcome : textOf(outcome.view);
};

describe("/postloan queue", () => {
  it("shows a reviewer what waits, with a button each", async () => {
    const { number, reportId } = await aSubmittedReport(world);
    const text = await typed(world.reviewer);
    expect(text).toContain(number);
    expect(text).toContain(`"value":"${reportId}"`);
  });

  it("says that nothing waits", async () => {
    expect(await typed(world.reviewer)).toContain("All done");
  });

  it("shows nothing that falls to others", async () => {
    const { number } = await aSubmittedReport(world);
    expect(await typed(world.above)).not.toContain(number);
  });

  it("is refused to an officer and to a manager", async () => {
    expect(await typed(world.officer)).toMatchObject({ refused: "may.role" });
    expect(await typed(world.manager)).toMatchObject({ refused: "may.role" });
  });
});
