/** A mapping file for facts: which column of a system's file holds which field of a kind; docs/import.md explains each word. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { isOptional } from "../../domain/facts/fact-kind.ts";
import { type FactKindName, factKinds } from "../../domain/facts/kinds.ts";
import { type FileProblem, isProblems, readYaml } from "../../platform/yaml-file.ts";
import { fileSchema, type Source, textSource } from "../portfolio/index.ts";
import { SOURCE_NAME } from "./event.ts";

export interface FactMapping {
  readonly file: z.infer<typeof fileSchema>;
  readonly source?: string | undefined;
  readonly columns: Readonly<Record<string, Source | undefined>>;
}

/** Our own layout: each column bears the name of its field. */
export function ownMapping(kind: FactKindName): FactMapping {
  const columns = Object.entries(factKinds[kind].fields).map(([field, schema]): [string, Source] => [
    field,
    { column: field, optional: isOptional(schema) },
  ]);
  return {
    file: fileSchema.parse({ dates: ["YYYY-MM-DD"], money: { currency: "CNY", unit: "major" } }),
    columns: Object.fromEntries(columns),
  };
}

/** The mapping, or every problem of the file at once. Throws what the file system throws. */
export function loadFactMapping(path: string, kind: FactKindName): FactMapping | readonly FileProblem[] {
  const read = readYaml(readFileSync(path, "utf8"), path, mappingSchema(kind));
  return isProblems(read) ? read : read.content;
}

function mappingSchema(kind: FactKindName) {
  const columns = Object.entries(factKinds[kind].fields).map(
    ([field, schema]): [string, z.ZodType<Source | undefined>] => [
      field,
      isOptional(schema) || field === "as_of" ? textSource.optional() : textSource,
    ],
  );
  return z.strictObject({
    mapping: z.string().regex(/^[a-z0-9_]+$/u),
    source: z.string().regex(SOURCE_NAME).optional(),
    file: fileSchema,
    columns: z.strictObject(Object.fromEntries(columns)),
  });
}
