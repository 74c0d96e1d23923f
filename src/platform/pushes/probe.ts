/** The address to which facts are pushed, asked without a signature, for whoever looks what is wrong. Nothing is pushed by it. */
import { z } from "zod";
import { networkReason } from "../network-reason.ts";

export type PushesAnswer =
  | { readonly kind: "ours" }
  /** Something else answered there. */
  | { readonly kind: "other"; readonly status: number }
  | { readonly kind: "silent"; readonly code: string };

const PATIENCE_MS = 5_000;
const POST_ONLY = 405;
const ours = z.looseObject({ error: z.literal("post_only") });

/** `address` with its path. Never throws for what the network or another program does. */
export async function askPushes(address: string): Promise<PushesAnswer> {
  try {
    const answer = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
    const body: unknown = await answer.json().catch(() => undefined);
    const isOurs = answer.status === POST_ONLY && ours.safeParse(body).success;
    return isOurs ? { kind: "ours" } : { kind: "other", status: answer.status };
  } catch (failure) {
    return { kind: "silent", code: networkReason(failure) };
  }
}
