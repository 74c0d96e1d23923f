/**
 * The drill: back up at 08:59 with the desk running, send the morning, restore, tick. The local workspace outlives the desk and is the
 * oracle: nobody reads anything twice. On PostgreSQL: backup-drill.postgres.test.ts.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../src/domain/refusal.ts";
import { backUp } from "../../src/platform/backup/back-up.ts";
import { momentFromIso } from "../../src/platform/clock.ts";
import { systemContext } from "../../src/platform/context.ts";
import { acquireBotLock } from "../../src/platform/storage/index.ts";
import { restore } from "../../src/restore.ts";
import { type Drill, startDrill } from "./drill.ts";

let drill: Drill;
beforeEach(async () => {
  drill = await startDrill();
});
afterEach(() => drill.ends());

describe("a backup", () => {
  it("taken at 08:59 and restored after the morning was sent makes nobody read anything twice", async () => {
    const before = await drill.starts();
    const file = join(drill.folder, "copy.db");
    const taken = await backUp(systemContext(before.parts), file, drill.config.evidenceDir);
    expect(isRefusal(taken)).toBe(false);
    drill.clocks.moveTo(momentFromIso("2026-03-02T09:00:00+08:00"));
    await drill.ticks(before);
    expect(new Set(drill.posts().map(({ channel }) => channel)).size).toBe(2);
    const accepted = drill.posts().length;
    await drill.stops();

    const restored = await restore(drill.config, file, drill.clocks);
    expect(restored).toMatchObject({ uncertain: 1, missing: [] });
    drill.clocks.moveTo(momentFromIso("2026-03-02T09:05:00+08:00"));
    const after = await drill.starts();
    expect(await after.parts.database.db.outboxMessage.count({ where: { kind: "morning" } })).toBe(0);
    await drill.ticks(after);
    expect(await after.parts.database.db.outboxMessage.count({ where: { kind: "morning", state: "sent" } })).toBe(1);
    expect(drill.posts()).toHaveLength(accepted);
    drill.clocks.moveTo(momentFromIso("2026-03-03T09:00:00+08:00"));
    await drill.ticks(after);
    expect(drill.posts().length).toBeGreaterThan(accepted);
  }, 120_000);

  it("is not restored while a desk runs, nor when it was changed, and overwrites nothing", async () => {
    const running = await drill.starts();
    const ctx = systemContext(running.parts);
    const file = join(drill.folder, "copy.db");
    await backUp(ctx, file, drill.config.evidenceDir);
    const lock = acquireBotLock(drill.config.databaseUrl);
    expect(await restore(drill.config, file)).toMatchObject({ refused: "backup.running" });
    lock.release();
    expect(await backUp(ctx, file, drill.config.evidenceDir)).toMatchObject({ refused: "backup.exists" });
    expect(await restore(drill.config, join(drill.folder, "none.db"))).toMatchObject({ refused: "backup.no_backup" });
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from("x")]));
    expect(await restore(drill.config, file)).toMatchObject({ refused: "backup.changed" });
    expect(existsSync(`${file}.json`)).toBe(true);
  }, 60_000);
});
