import { describe, expect, it } from "vitest";
import { testDatabaseKind } from "../../setup/database.ts";
import { liveHistory } from "../totals/history.ts";
import { readLedger } from "./written.ts";

const SEEDS = testDatabaseKind === "sqlite" ? [1, 2, 3] : [1, 2];
const PATIENCE_MS = 180_000;
const met = new Set<string>();

describe("the register of a whole history", () => {
  it.each(SEEDS)(
    "%i adds up to what plain SQL counts and to the digest, for whoever reads it",
    async (seed) => {
      const { world, done } = await liveHistory(seed, 60);
      for (const person of [world.above, world.manager, world.reviewer, world.officer]) {
        const { told, sheets } = await readLedger(await world.as(person));
        expect(told.differences, `${person.name}: ${JSON.stringify([...sheets].slice(2))} ${done.join(" ")}`).toBe(0);
        expect(told.entries).toBeGreaterThan(0);
        for (const [, , , , event = ""] of sheets.get("Register")?.slice(1) ?? []) met.add(event);
      }
    },
    PATIENCE_MS,
  );
});
