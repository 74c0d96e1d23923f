/**
 * Makes the two typed clients under generated/ from the one models file. Runs after every install and before the
 * tests; does nothing when neither the models nor Prisma's version changed.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DATABASE_KINDS, type DatabaseKind, modelsText, repositoryPath, schemaText } from "./schema.ts";

const generatedFolder = repositoryPath("generated");
const stampFile = repositoryPath("generated/made-from.sha256");
const prismaCommand = createRequire(import.meta.url).resolve("prisma/build/index.js");

const models = modelsText();
const stamp = stampOf(models);
if (!isCurrent(stamp)) {
  rmSync(stampFile, { force: true });
  for (const kind of DATABASE_KINDS) generateClient(kind, models);
  writeFileSync(stampFile, stamp);
}

function stampOf(text: string): string {
  const hash = createHash("sha256").update(text);
  for (const path of [repositoryPath("prisma/schema.ts"), repositoryPath("prisma/generate.ts")]) {
    hash.update(readFileSync(path));
  }
  return hash.update(readFileSync(repositoryPath("node_modules/prisma/package.json"))).digest("hex");
}

function isCurrent(expected: string): boolean {
  const made = DATABASE_KINDS.every((kind) => existsSync(`${generatedFolder}/${kind}/client.ts`));
  return made && existsSync(stampFile) && readFileSync(stampFile, "utf8") === expected;
}

function generateClient(kind: DatabaseKind, text: string): void {
  mkdirSync(generatedFolder, { recursive: true });
  const schemaFile = `${generatedFolder}/${kind}.prisma`;
  writeFileSync(schemaFile, schemaText(kind, text, `./${kind}`));
  const run = spawnSync(process.execPath, [prismaCommand, "generate", "--schema", schemaFile, "--no-hints"], {
    encoding: "utf8",
    env: offlineEnvironment(),
  });
  if (run.status === 0) return;
  process.stderr.write(`${run.stdout}${run.stderr}`);
  throw new Error(`The ${kind} client could not be generated from prisma/models.prisma; Prisma's words are above.`);
}

/** Prisma looks for a native schema engine that generating never runs; any executable stops it from downloading one. */
function offlineEnvironment(): Record<string, string | undefined> {
  return {
    // biome-ignore lint/style/noProcessEnv: a child needs the caller's PATH and HOME; nothing is configured from here
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
}
