/** The SDK's errors, read by shape: they come from several classes and across versions. */
import { z } from "zod";
import type { SlackFailure } from "./failure-class.ts";

const shape = z.looseObject({
  code: z.string().optional(),
  retryAfter: z.number().optional(),
  statusCode: z.number().optional(),
  data: z.looseObject({ error: z.string().optional() }).optional(),
});

export function readFailure(error: unknown): SlackFailure {
  const read = shape.safeParse(error);
  if (!read.success) {
    return {};
  }
  const { retryAfter, statusCode, data } = read.data;
  return { platform: data?.error, retryAfterS: retryAfter, httpStatus: statusCode };
}
