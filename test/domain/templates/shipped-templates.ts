import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { type Templates, templatesSchema } from "../../../src/domain/templates/schema.ts";

/** The templates as they ship, read from the policy file itself. */
export function shippedTemplates(policy: "cn-bank" | "cn-microloan"): Templates {
  const file = new URL(`../../../policy/${policy}.yml`, import.meta.url);
  return z.looseObject({ templates: templatesSchema }).parse(parse(readFileSync(file, "utf8"))).templates;
}
