import { z } from "zod";

const values = z.record(z.string(), z.record(z.string(), z.unknown()));
const as = z.string();
const place = z.union([
  z.object({ message: z.object({ channel: z.string(), ts: z.string() }) }),
  z.object({ view: z.string() }),
]);

/** What the page may post to /_local/act. */
export const actSchema = z.discriminatedUnion("kind", [
  z.object({ as, kind: z.literal("open_home") }),
  z.object({ as, kind: z.literal("read"), channel: z.string() }),
  z.object({ as, kind: z.literal("do_not_disturb"), minutes: z.int().min(0).max(1_440) }),
  z.object({ as, kind: z.literal("say"), channel: z.string(), text: z.string(), threadTs: z.string().optional() }),
  z.object({ as, kind: z.literal("command"), channel: z.string(), command: z.string(), text: z.string() }),
  z.object({
    as,
    kind: z.literal("block_action"),
    where: place,
    blockId: z.string(),
    actionId: z.string(),
    payload: z.record(z.string(), z.unknown()),
    values: values.optional(),
  }),
  z.object({
    as,
    kind: z.literal("message_shortcut"),
    channel: z.string(),
    ts: z.string(),
    callbackId: z.string(),
  }),
  z.object({ as, kind: z.literal("submit"), view: z.string(), values }),
  z.object({ as, kind: z.literal("close"), view: z.string(), clearAll: z.boolean() }),
  z.object({
    as,
    kind: z.literal("options"),
    view: z.string(),
    blockId: z.string(),
    actionId: z.string(),
    query: z.string(),
  }),
]);

export const clockSchema = z.discriminatedUnion("to", [
  z.object({ to: z.literal("next_morning") }),
  z.object({
    to: z.literal("date"),
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    time: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .optional(),
  }),
]);
