/** What the app's manifest says: the scopes that an installation should have granted, and the entries of a message's menu. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const shape = z.looseObject({ oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()) }) }) });

/** Throws where the file is no manifest: it comes with the program. */
export function manifestScopes(path: string): string[] {
  const content: unknown = parse(readFileSync(path, "utf8"));
  return shape.parse(content).oauth_config.scopes.bot;
}

const withShortcuts = z.looseObject({
  features: z.looseObject({
    shortcuts: z.array(z.looseObject({ type: z.string(), callback_id: z.string(), name: z.string() })).default([]),
  }),
});

/** Message shortcuts, in their order. Throws as above. */
export function manifestShortcuts(path: string): { callbackId: string; name: string }[] {
  const content: unknown = parse(readFileSync(path, "utf8"));
  const { shortcuts } = withShortcuts.parse(content).features;
  return shortcuts
    .filter(({ type }) => type === "message")
    .map(({ callback_id, name }) => ({ callbackId: callback_id, name }));
}
