/** The scopes that the app's manifest asks for: what an installation should have granted. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const shape = z.looseObject({ oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()) }) }) });

/** Throws where the file is no manifest: it comes with the program. */
export function manifestScopes(path: string): string[] {
  const content: unknown = parse(readFileSync(path, "utf8"));
  return shape.parse(content).oauth_config.scopes.bot;
}
