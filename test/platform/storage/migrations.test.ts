import { existsSync, readFileSync } from "node:fs";
import { describe, expect, inject, it } from "vitest";
import { migrate } from "../../../prisma/migrate.ts";
import { modelsText, repositoryPath } from "../../../prisma/schema.ts";
import { newId } from "../../../src/platform/ids.ts";
import { openDatabase, refusedByGuard, sqlitePath } from "../../../src/platform/storage/index.ts";
import { freshUrl, testDatabaseKind } from "../../setup/database.ts";
import { createDatabase } from "../../setup/postgres.ts";

const drop = (trigger: string, table: string) =>
  `DROP TRIGGER "${trigger}"${testDatabaseKind === "postgres" ? ` ON "${table}"` : ""}`;

describe("migrating", () => {
  it("has a migration for every model, as they are now", () => {
    expect(readFileSync(repositoryPath("prisma/migrations/models.prisma"), "utf8")).toBe(modelsText());
  });

  it("does nothing the second time", async () => {
    expect(await migrate(await freshUrl())).toEqual({ applied: [] });
  });

  it("lays a guard down again that somebody dropped", async () => {
    const url = await freshUrl();
    const { raw, close } = await openDatabase({ url });
    await raw.execute(drop("no_delete_of_audit_head_on_delete", "AuditHead"));

    await migrate(url);

    const refused = await raw.execute(`DELETE FROM "AuditHead"`).catch((error: unknown) => error);
    expect(refusedByGuard(refused)).toBe("no_delete_of_audit_head");
    await close();
  });

  it.skipIf(testDatabaseKind === "postgres")("keeps the file as it was before a new migration", async () => {
    const url = await freshUrl();
    const { raw, close } = await openDatabase({ url });
    await raw.execute(`INSERT INTO "Setting" ("key", "value") VALUES ('kept', '1')`);
    // As if the first migration were still to come: it fails, because its tables are there.
    await raw.execute(`UPDATE "_prisma_migrations" SET "migration_name" = $1`, [newId()]);
    await close();

    await expect(migrate(url)).rejects.toThrow();

    const backup = `${sqlitePath(url)}.before-0001_begin`;
    expect(existsSync(backup)).toBe(true);
    const before = await openDatabase({ url: `file:${backup}` });
    expect(await before.db.setting.findUnique({ where: { key: "kept" } })).not.toBeNull();
    await before.close();
  });

  it("is safe when two processes start at once, and one of them gets through", async () => {
    const url = await emptyUrl();

    const started = await Promise.allSettled([migrate(url), migrate(url), migrate(url)]);

    const statuses = started.map(({ status }) => status);
    if (testDatabaseKind === "postgres") expect(statuses).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    else expect(statuses).toContain("fulfilled");
    expect(await migrate(url)).toEqual({ applied: [] });
  });
});

async function emptyUrl(): Promise<string> {
  if (testDatabaseKind === "sqlite") return `${await freshUrl()}.new`;
  const name = `empty_${newId().replaceAll("-", "")}`;
  await createDatabase(inject("postgresServer"), name);
  return `${inject("postgresServer")}/${name}`;
}
