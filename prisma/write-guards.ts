/** Writes prisma/guards.sqlite.sql and prisma/guards.postgres.sql from prisma/guards.ts and the models. */
import { writeFileSync } from "node:fs";
import { guardsSql } from "./guards-sql.ts";
import { DATABASE_KINDS, modelsText, repositoryPath } from "./schema.ts";

for (const kind of DATABASE_KINDS) {
  writeFileSync(repositoryPath(`prisma/guards.${kind}.sql`), guardsSql(kind, modelsText()));
}
