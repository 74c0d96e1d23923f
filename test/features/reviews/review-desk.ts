/** The branch of review-world, with its people in Slack and the whole desk beside it. */
import type { PersonSeed } from "../../../src/workspace/workspace.ts";
import { startTestDesk, type TestDesk } from "../../setup/test-desk.ts";
import { aBranch, type Branch, type World, worldOf } from "./review-world.ts";

export async function aReviewDesk(people: readonly PersonSeed[]): Promise<{ desk: TestDesk; world: World }> {
  let branch: Branch | undefined;
  const desk = await startTestDesk({
    at: "2026-03-10T10:00:00+08:00",
    people,
    book: async (db) => {
      branch = await aBranch(db);
    },
  });
  if (branch === undefined) throw new Error("no book");
  return { desk, world: worldOf(desk.parts, desk.database, branch) };
}
