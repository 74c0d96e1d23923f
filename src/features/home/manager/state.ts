/** How the reader's units stand this month: the digest's own sections, with charts, each figure a button to what it counts. */
import { isRefusal } from "../../../domain/refusal.ts";
import type { Role } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import type { Piece } from "../../../platform/view.ts";
import { type Digest, digestOf, digestView } from "../../digests/index.ts";

const LEADS: readonly Role[] = ["unit_manager", "head_office_manager"];

export const leadsUnits = ({ actor }: Context): boolean => actor.grants.some(({ role }) => LEADS.includes(role));

/** Reds that nobody has answered stand above already, with their buttons; all others are a press away, behind how many they are. */
const withoutSignals = (digest: Digest): Digest => ({ ...digest, pressing: [] });

export async function statePieces(ctx: Context): Promise<Piece[]> {
  const digest = leadsUnits(ctx) ? await digestOf(ctx, ["month"]) : undefined;
  return digest === undefined || isRefusal(digest)
    ? []
    : [...digestView({ ...ctx, shows: "message" }, withoutSignals(digest)).pieces];
}
