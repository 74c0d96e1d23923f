import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The two databases that one models file serves. */
export type DatabaseKind = "sqlite" | "postgres";
export const DATABASE_KINDS: readonly DatabaseKind[] = ["sqlite", "postgres"];

const PROVIDERS: Record<DatabaseKind, string> = { sqlite: "sqlite", postgres: "postgresql" };

/** An absolute path inside the repository, whatever the working directory is. */
export function repositoryPath(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

export function modelsText(): string {
  return readFileSync(repositoryPath("prisma/models.prisma"), "utf8");
}

/** The models behind the header of one database. Without `output` the schema serves the migration engine only. */
export function schemaText(kind: DatabaseKind, models: string, output?: string): string {
  const datasource = `datasource db {\n  provider = "${PROVIDERS[kind]}"\n}\n`;
  return [datasource, output === undefined ? "" : generatorBlock(output), models].join("\n");
}

function generatorBlock(output: string): string {
  return `generator client {
  provider               = "prisma-client"
  output                 = ${JSON.stringify(output)}
  runtime                = "nodejs"
  moduleFormat           = "esm"
  generatedFileExtension = "ts"
  importFileExtension    = "ts"
}
`;
}
