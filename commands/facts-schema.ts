import { factsJsonSchema } from "../src/features/facts/index.ts";
import { defineProgram } from "../src/platform/commands/definition.ts";

/** `facts schema`: what a push must look like, as JSON Schema; opens no database. */
export const factsSchema = defineProgram({
  name: "facts schema",
  summary: "command.facts_schema.summary",
  verb: "see_help",
  program: async () => print(),
  withoutSettings: async () => print(),
});

function print(): number {
  process.stdout.write(`${JSON.stringify(factsJsonSchema(), null, 2)}\n`);
  return 0;
}
