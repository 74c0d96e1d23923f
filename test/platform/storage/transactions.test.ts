import { AsyncResource } from "node:async_hooks";
import { describe, expect, it } from "vitest";
import { isUniqueConflict } from "../../../src/platform/storage/index.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";

const aSetting = (key: string) => ({ data: { key, value: "1" } });

/** No single query answers two of these: Prisma asks those of one tick in a transaction of its own. */
const readOf = (client: Pick<TestDatabase["db"], "setting">, key: string) =>
  client.setting.findUnique({ where: { key, NOT: { value: "never" } } }).then((row) => row?.value);

function aSignal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

describe("a transaction", () => {
  it("stores all of its work", async () => {
    const { db, inTransaction } = await freshDatabase();

    const answer = await inTransaction(async (tx) => {
      await tx.setting.create(aSetting("first"));
      await tx.setting.create(aSetting("second"));
      return "done";
    });

    expect(answer).toBe("done");
    expect(await db.setting.findMany({ where: { key: { in: ["first", "second"] } } })).toHaveLength(2);
  });

  it("stores nothing of refused work, and keeps the click that was stored beside it", async () => {
    const { db, inTransaction } = await freshDatabase();
    const opened = aSignal();
    const clickSent = aSignal();

    const refused = inTransaction(async (tx) => {
      await tx.setting.create(aSetting("refused"));
      opened.give();
      await clickSent.given;
      throw new Error("refused");
    });
    await opened.given;
    const click = db.setting.create(aSetting("click"));
    // A Prisma call starts when it is waited for.
    const stored = click.then(() => "stored");
    await new Promise((resume) => setImmediate(resume));
    clickSent.give();

    await expect(refused).rejects.toThrow("refused");
    expect(await stored).toBe("stored");
    expect(await db.setting.findUnique({ where: { key: "click" } })).not.toBeNull();
    expect(await db.setting.findUnique({ where: { key: "refused" } })).toBeNull();
  });

  it("lets others read while it is open, and they see only what was committed", async () => {
    const { db, inTransaction } = await freshDatabase();

    const seen = await inTransaction(async (tx) => {
      await tx.setting.create(aSetting("not yet"));
      return db.setting.findUnique({ where: { key: "not yet" } });
    });

    expect(seen).toBeNull();
    expect(await db.setting.findUnique({ where: { key: "not yet" } })).not.toBeNull();
  });

  it("refuses a write past it instead of waiting for itself", async () => {
    const { db, inTransaction } = await freshDatabase();

    const stray = () => inTransaction(() => db.setting.create(aSetting("stray")));
    const nested = () => inTransaction(() => inTransaction(async () => "inner"));

    await expect(stray()).rejects.toThrow("beside the open transaction");
    await expect(nested()).rejects.toThrow("beside the open transaction");
  });

  it("lets others read in the tick that its own read opened, and waits for none of them", async () => {
    const { db, inTransaction } = await freshDatabase();
    await db.setting.createMany({ data: ["a", "b"].map((key) => ({ key, value: `old ${key}` })) });
    const opened = aSignal();
    const ended = aSignal();
    const others = AsyncResource.bind(() => Promise.all([readOf(db, "a"), readOf(db, "b")]));
    let seenByOthers: Promise<unknown> = Promise.resolve();

    const transaction = inTransaction(async (tx) => {
      await tx.setting.update({ where: { key: "a" }, data: { value: "new a" } });
      const own = Promise.all([readOf(tx, "a"), readOf(tx, "b")]);
      seenByOthers = others();
      opened.give();
      const seen = await own;
      await ended.given;
      return seen;
    });
    await opened.given;

    expect(await seenByOthers).toEqual(["old a", "old b"]);
    ended.give();
    expect(await transaction).toEqual(["new a", "old b"]);
  });

  it("reads its own in the tick that others opened", async () => {
    const { db, inTransaction } = await freshDatabase();
    await db.setting.createMany({ data: ["a", "b"].map((key) => ({ key, value: `old ${key}` })) });
    const others = AsyncResource.bind(() => Promise.all([readOf(db, "a"), readOf(db, "b")]));

    const seen = await inTransaction(async (tx) => {
      await tx.setting.update({ where: { key: "a" }, data: { value: "new a" } });
      const outside = others();
      const own = await Promise.all([readOf(tx, "a"), readOf(tx, "b")]);
      return [own, await outside];
    });

    expect(seen).toEqual([
      ["new a", "old b"],
      ["old a", "old b"],
    ]);
  });

  it("may itself read beside it, several at once", async () => {
    const { db, inTransaction } = await freshDatabase();
    await db.setting.createMany({ data: ["a", "b"].map((key) => ({ key, value: `old ${key}` })) });

    const seen = await inTransaction(() => Promise.all([readOf(db, "a"), readOf(db, "b")]));

    expect(seen).toEqual(["old a", "old b"]);
  });

  it("refuses writes past it that Prisma would wrap in a transaction of its own, also after a read", async () => {
    const { db, inTransaction } = await freshDatabase();

    const several = () =>
      inTransaction(async () => db.$transaction([db.setting.create(aSetting("s")), db.setting.create(aSetting("t"))]));
    const afterReading = () =>
      inTransaction(async () =>
        db.$transaction(async (other) => {
          await other.setting.findUnique({ where: { key: "s" } });
          await other.setting.create(aSetting("s"));
        }),
      );

    await expect(several()).rejects.toThrow("beside the open transaction");
    await expect(afterReading()).rejects.toThrow("beside the open transaction");
    expect(await db.setting.count({ where: { key: { in: ["s", "t"] } } })).toBe(0);
  });

  it("that Prisma opens by itself is stored whole or not at all", async () => {
    const { db } = await freshDatabase();

    const both = db.$transaction([db.setting.create(aSetting("s")), db.setting.create(aSetting("t"))]);
    await both;
    const again = db.$transaction([db.setting.create(aSetting("u")), db.setting.create(aSetting("t"))]);

    expect(await again.catch(isUniqueConflict)).toBe(true);
    expect(await db.setting.count({ where: { key: { in: ["s", "t", "u"] } } })).toBe(2);
  });

  it("counts right when fifty of them read and then write the same row", async () => {
    const { db, inTransaction } = await freshDatabase();
    await db.setting.create({ data: { key: "count", value: "0" } });

    const addOne = () =>
      inTransaction(async (tx) => {
        const row = await tx.setting.findUniqueOrThrow({ where: { key: "count" } });
        const { count } = await tx.setting.updateMany({
          where: { key: "count", value: row.value },
          data: { value: String(Number(row.value) + 1) },
        });
        return count;
      });
    const counts = await Promise.all(Array.from({ length: 50 }, addOne));

    const won = counts.reduce((sum, count) => sum + count, 0);
    const { value } = await db.setting.findUniqueOrThrow({ where: { key: "count" } });
    expect(Number(value)).toBe(won);
  });
});

describe("the same key stored twice", () => {
  it("is told apart from every other failure, in the client's words and in raw SQL", async () => {
    const { db, raw } = await freshDatabase();
    await db.setting.create(aSetting("taken"));

    const again = await db.setting.create(aSetting("taken")).catch((error: unknown) => error);
    const inSql = await raw
      .execute(`INSERT INTO "Setting" ("key", "value") VALUES ($1, $2)`, ["taken", "2"])
      .catch((error: unknown) => error);
    const other = await raw.execute(`INSERT INTO "Nowhere" VALUES (1)`).catch((error: unknown) => error);

    expect([again, inSql, other].map(isUniqueConflict)).toEqual([true, true, false]);
  });
});
