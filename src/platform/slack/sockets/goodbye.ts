import { z } from "zod";

const goodbye = z.looseObject({ type: z.literal("disconnect") });

/** Slack's word that it will close this socket: a warning, a refresh, or Socket Mode was switched off. */
export function isGoodbye(data: unknown): boolean {
  if (typeof data !== "string" || !data.includes('"disconnect"')) {
    return false;
  }
  try {
    return goodbye.safeParse(JSON.parse(data)).success;
  } catch {
    return false;
  }
}
