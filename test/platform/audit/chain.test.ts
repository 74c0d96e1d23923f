import { describe, expect, it } from "vitest";
import { canonicalText, headText, record, verifyAudit } from "../../../src/platform/audit/index.ts";
import type { Database } from "../../../src/platform/storage/index.ts";
import { freshDatabase } from "../../setup/database.ts";

const at = new Date("2026-03-02T01:00:00.000Z");

async function aChainOf(events: number): Promise<Database> {
  const database = await freshDatabase();
  for (let n = 1; n <= events; n += 1) await append(database, n);
  return database;
}

function append(database: Database, n: number) {
  return database.inTransaction((tx) =>
    record(tx, {
      at,
      actorId: "li",
      verb: "inspection.start",
      subject: { kind: "Inspection", id: `insp-${n}` },
      before: { state: "planned" },
      after: { state: "started", amount: 12n, on: at },
    }),
  );
}

/** What somebody with the database's own password can do: the guards are switched off first. */
async function tamper(database: Database, ...statements: string[]): Promise<void> {
  const names: Record<string, string[]> = {
    AuditEvent: [
      "no_update_of_audit_event_on_update",
      "no_delete_of_audit_event_on_delete",
      "audit_event_follows_head_on_insert",
    ],
    AuditHead: ["audit_head_moves_on_on_update"],
  };
  for (const [table, triggers] of Object.entries(names)) {
    for (const trigger of triggers) {
      await database.raw.execute(`DROP TRIGGER "${trigger}"${database.kind === "postgres" ? ` ON "${table}"` : ""}`);
    }
  }
  for (const statement of statements) await database.raw.execute(statement);
}

describe("the audit chain", () => {
  it("holds after every append, and its head is the last event", async () => {
    const database = await aChainOf(3);

    const verdict = await verifyAudit(database.db);

    expect(verdict).toMatchObject({ events: 3, head: { seq: 3n }, findings: [] });
  });

  it("is empty and whole on the first day", async () => {
    expect(await verifyAudit((await freshDatabase()).db)).toMatchObject({ events: 0, findings: [] });
  });

  it("loses the event of refused work, and leaves no gap", async () => {
    const database = await aChainOf(1);

    const refused = database.inTransaction(async (tx) => {
      await record(tx, { at, actorId: "li", verb: "x", subject: { kind: "Loan", id: "1" } });
      throw new Error("refused");
    });

    await expect(refused).rejects.toThrow("refused");
    await append(database, 2);
    expect(await verifyAudit(database.db)).toMatchObject({ events: 2, findings: [] });
  });

  it("is one chain when fifty write at once", async () => {
    const database = await freshDatabase();

    await Promise.all(Array.from({ length: 50 }, (_, n) => append(database, n)));

    expect(await verifyAudit(database.db)).toMatchObject({ events: 50, head: { seq: 50n }, findings: [] });
  });
});

describe("verifying says where", () => {
  const copyOf = (seq: number, asSeq: number) =>
    `INSERT INTO "AuditEvent" SELECT ${asSeq}, "at", "actorId", "verb", "subjectKind", "subjectId", "text", "prevHash", "hash" FROM "AuditEvent" WHERE "seq" = ${seq}`;

  it.each([
    ["a changed text", [`UPDATE "AuditEvent" SET "text" = '{}' WHERE "seq" = 3`], { kind: "changed", seq: 3n }],
    ["a changed column", [`UPDATE "AuditEvent" SET "actorId" = 'wang' WHERE "seq" = 2`], { kind: "changed", seq: 2n }],
    ["a removed row", [`DELETE FROM "AuditEvent" WHERE "seq" = 2`], { kind: "removed", seq: 2n, to: 2n }],
    ["removed first rows", [`DELETE FROM "AuditEvent" WHERE "seq" < 3`], { kind: "removed", seq: 1n, to: 2n }],
    ["an inserted row", [copyOf(5, 6)], { kind: "not_linked", seq: 6n }],
    [
      "swapped rows",
      [
        `UPDATE "AuditEvent" SET "seq" = 99 WHERE "seq" = 2`,
        `UPDATE "AuditEvent" SET "seq" = 2 WHERE "seq" = 3`,
        `UPDATE "AuditEvent" SET "seq" = 3 WHERE "seq" = 99`,
      ],
      { kind: "not_linked", seq: 2n },
    ],
    ["a cut tail", [`DELETE FROM "AuditEvent" WHERE "seq" > 3`], { kind: "head_differs", seq: 5n, lastSeq: 3n }],
  ])("%s", async (_what, statements, finding) => {
    const database = await aChainOf(5);

    await tamper(database, ...statements);

    expect((await verifyAudit(database.db)).findings).toContainEqual(finding);
  });

  it("a tail that was cut together with the head, by the head noted down the day before", async () => {
    const database = await aChainOf(5);
    const { head } = await verifyAudit(database.db);

    await tamper(
      database,
      `DELETE FROM "AuditEvent" WHERE "seq" > 3`,
      `UPDATE "AuditHead" SET "seq" = 3, "hash" = (SELECT "hash" FROM "AuditEvent" WHERE "seq" = 3)`,
    );

    expect((await verifyAudit(database.db)).findings).toEqual([]);
    const expecting = await verifyAudit(database.db, { expect: headText(head) });
    expect(expecting.findings).toEqual([{ kind: "expected_head_missing", seq: 5n }]);
  });

  it("nothing, where the noted head is an earlier one of a longer chain", async () => {
    const database = await aChainOf(2);
    const { head } = await verifyAudit(database.db);

    await append(database, 3);

    expect((await verifyAudit(database.db, { expect: headText(head) })).findings).toEqual([]);
  });
});

describe("canonical text", () => {
  it("is the same however the fields were set", () => {
    expect(canonicalText({ b: 1, a: { d: undefined, c: [2n, at] } })).toBe(
      '{"a":{"c":["2","2026-03-02T01:00:00.000Z"]},"b":1}',
    );
  });

  it("refuses what has none", () => {
    expect(() => canonicalText({ amount: Number.NaN })).toThrow(TypeError);
  });
});
