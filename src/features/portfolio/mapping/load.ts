import { readFileSync } from "node:fs";
import { type FileProblem, isProblems, readYaml } from "../../../platform/yaml-file.ts";
import { type Mapping, mappingSchema } from "./schema.ts";

/** The mapping, or every problem of the file at once. Throws what the file system throws. */
export function loadMapping(path: string): Mapping | readonly FileProblem[] {
  const read = readYaml(readFileSync(path, "utf8"), path, mappingSchema);
  return isProblems(read) ? read : read.content;
}
