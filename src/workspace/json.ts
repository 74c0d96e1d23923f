import type { SlackBlock } from "./contract.ts";

/** A JSON object whose content is not known yet; read it through the functions below. */
export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object itself, or an empty one when the value is anything else. */
export const objectOf = (value: unknown): Json => (isJson(value) ? value : {});

/** The objects of a list; anything else is left out. */
export const objectsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

export const stringOf = (value: unknown): string => (typeof value === "string" ? value : "");

export const stringsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

/** Parses JSON; `undefined` when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A block as the contract types it; the content stays as it came. */
export function blockOf(value: Json): SlackBlock {
  const block: SlackBlock = { ...value, type: stringOf(value.type), block_id: stringOf(value.block_id) };
  if (value.block_id === undefined) delete block.block_id;
  return block;
}
