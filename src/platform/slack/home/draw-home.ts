/** A Home tab as its reader may see it now, in Slack's blocks. */
import { createHash } from "node:crypto";
import { translator } from "../../../texts/index.ts";
import type { Piece } from "../../view.ts";
import type { Ears } from "../ears.ts";
import { failureView, refusedAtDoor, strangerView } from "../known-person.ts";
import type { SlackUser } from "../payload.ts";
import { renderHome } from "../render.ts";

export interface DrawnHome extends ReturnType<typeof renderHome> {
  /** Nobody's where the Slack account belongs to nobody we know. */
  readonly personId: string | undefined;
  /** Two of the same hash look the same. */
  readonly hash: string;
  readonly failed: boolean;
}

/** Nothing where there is no Home tab. Never throws: what fails is told on it, and logged. */
export async function drawHome(ears: Ears, user: SlackUser, choices: string): Promise<DrawnHome | undefined> {
  const { home } = ears.door;
  if (home === undefined) {
    return undefined;
  }
  let t = translator("en");
  let personId: string | undefined;
  try {
    const ctx = await ears.contextFor(user);
    if (ctx === undefined) {
      return drawn(strangerView().pieces, undefined);
    }
    t = ctx.t;
    personId = ctx.actor.personId;
    const refused = refusedAtDoor(ctx, home.verb);
    return drawn(refused === undefined ? await home.run(ctx, choices) : refused.pieces, personId);
  } catch (failure) {
    return { ...drawn(failureView(t, ears.parts.log, failure).pieces, personId), failed: true };
  }
}

function drawn(pieces: readonly Piece[], personId: string | undefined): DrawnHome {
  const rendered = renderHome(pieces);
  const hash = createHash("sha256").update(JSON.stringify(rendered.blocks)).digest("hex");
  return { ...rendered, personId, hash, failed: false };
}
