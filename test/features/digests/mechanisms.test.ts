/** The four mechanisms by name (R128), and what is on record under each, of what the reader may see. */
import { expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { digestOf, digestView } from "../../../src/features/digests/index.ts";
import { mechanismPieces, mechanismsAt } from "../../../src/features/digests/mechanisms.ts";
import { planBorrowers } from "../../../src/features/planning/index.ts";
import { foldTotals } from "../../../src/features/totals/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { plainText } from "../../../src/platform/view.ts";
import { aBorrower, aLoan, aUnit } from "../../builders/index.ts";
import { aWorld } from "../reviews/review-world.ts";

it("are told of the reader's unit, and penalty says that it is not built", async () => {
  const world = await aWorld();
  const other = await aUnit(world.db, { parentId: world.headOffice.id });
  const kept = { unitId: world.branch.id, ownerId: world.officer.id };
  for (const wishes of [kept, kept, { unitId: world.branch.id }, { unitId: other.id }]) {
    const { id: borrowerId } = await aBorrower(world.db, wishes);
    await aLoan(world.db, { borrowerId });
    await planBorrowers(systemContext(world.parts), [borrowerId], "import");
  }
  const sheet = { role: "account_manager", weightMinor: 0n, sheet: "{}", hash: "", policyVersionId: "policy-1" };
  for (const [subjectId, unitId, period] of [
    ["one", world.branch.id, "2026-02"],
    ["one", world.branch.id, "2025-12"],
    ["two", other.id, "2026-02"],
  ] as const) {
    await world.db.scoreSheet.create({
      data: { ...sheet, subjectId, unitId, period, revision: 1, keptAt: new Date() },
    });
  }
  await foldTotals(systemContext(world.parts));
  const ctx = await world.as(world.manager);

  const digest = await digestOf(ctx, ["2026-01-01..2026-03-31"]);
  if (isRefusal(digest)) throw new Error(digest.refused);
  const found = await mechanismsAt(ctx, { of: digest.scope.ref, days: "2026-01-01..2026-03-31" });
  if (isRefusal(found)) throw new Error(found.refused);
  const text = mechanismPieces(ctx, found).map((piece) => (piece.kind === "line" ? plainText(piece.text) : ""));

  expect(found).toMatchObject({ responsibility: { customers: 3, vacant: 1 }, appraisal: { sheets: 1 } });
  expect(text.join("\n")).toContain("3 customers, 1 of them without a keeper now");
  expect(text.join("\n")).toContain("Penalty\nNot built yet");
  expect(JSON.stringify(digestView({ ...ctx, shows: "modal" }, digest).pieces)).toContain("The four mechanisms");
  expect(await mechanismsAt(ctx, { of: { kind: "unit", id: other.id }, days: "week" })).toMatchObject({
    refused: "may.scope",
  });
});
