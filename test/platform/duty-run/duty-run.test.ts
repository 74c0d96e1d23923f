import { afterEach, beforeEach, expect, it } from "vitest";
import type { Parts } from "../../../src/platform/context.ts";
import { runDuty } from "../../../src/platform/duty-run.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

let database: TestDatabase;
let parts: Parts;
beforeEach(async () => {
  database = await freshDatabase();
  parts = await openTestParts(database, "2026-03-10T01:00:00Z");
});
afterEach(() => database.close());
const runs = () => database.db.dutyRun.findMany({ orderBy: { startedAt: "asc" } });

it("a daily duty keeps what it found, also nothing", async () => {
  await runDuty(parts, { name: "planning" }, async () => ({ created: 0 }));

  expect(await runs()).toMatchObject([{ duty: "planning", found: '{"created":0}', failure: null }]);
});

it("a frequent duty keeps only runs that found something, for a quarter", async () => {
  const mornings = { name: "mornings", frequent: true };
  await runDuty(parts, mornings, async () => ({ promised: 2 }));
  await runDuty(parts, mornings, async () => ({ promised: 0 }));
  parts.clocks.moveTo(parts.clocks.now().plus({ days: 93 }));
  await runDuty(parts, mornings, async () => ({ promised: 1 }));

  expect((await runs()).map(({ found }) => found)).toEqual(['{"promised":1}']);
});

it("a duty that fails says why, and fails", async () => {
  const failing = runDuty(parts, { name: "mornings", frequent: true }, () => Promise.reject(new Error("disk full")));

  await expect(failing).rejects.toThrow("disk full");
  expect(await runs()).toMatchObject([{ failure: "disk full", found: null }]);
});
