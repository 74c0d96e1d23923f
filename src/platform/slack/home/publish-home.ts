/** Shows a Home tab to whoever has just opened it, or pressed something on it. */
import type { WebClient } from "@slack/web-api";
import { readFailure } from "../../outbox/slack-failure.ts";
import type { Ears } from "../ears.ts";
import type { SlackUser } from "../payload.ts";
import type { HomeBlocks } from "../render.ts";
import { type DrawnHome, drawHome } from "./draw-home.ts";
import { auditSeq, drawAgain, homeOf, noteOpened } from "./open-homes.ts";

/** Slack says so of blocks that it does not draw there. */
const REFUSED_BLOCKS = new Set(["invalid_blocks", "invalid_arguments"]);
/** Clients whose workspace has refused charts on the Home tab: asked once in the life of the process. */
const withoutCharts = new WeakSet<WebClient>();

/** `heldHash`: Slack's word for the view that the person sees, where it told one. The same is not sent again. */
export async function publishHome(ears: Ears, user: SlackUser, heldHash?: string): Promise<void> {
  const { db } = ears.parts.database;
  const seq = await auditSeq(db);
  const open = await homeOf(db, user);
  const drawn = await drawHome(ears, user, open?.choices ?? "{}");
  if (drawn === undefined) {
    return;
  }
  const isSame = open !== null && open.shownHash === drawn.hash && heldHash !== undefined && open.viewHash === heldHash;
  const viewHash = isSame ? heldHash : await sendHome(ears.clients.people, user, drawn);
  if (drawn.personId !== undefined) {
    const shown = { personId: drawn.personId, hash: drawn.failed ? undefined : drawn.hash, viewHash, seq };
    await noteOpened(db, user, shown, ears.parts.clocks.machineNow());
    if (drawn.failed) await drawAgain(db, user);
    // Opened and pressed in the same moment: what was chosen last is what is shown last.
    if (open !== null && (await homeOf(db, user))?.choices !== open.choices) {
      await publishHome(ears, user);
    }
  }
}

/** Answers Slack's word for the view. With `over`, only where that is still the view which stands there: else `hash_conflict`. */
export async function sendHome(
  client: WebClient,
  { userId }: Pick<SlackUser, "userId">,
  { blocks, plainer }: Pick<DrawnHome, "blocks" | "plainer">,
  over?: string,
): Promise<string | undefined> {
  const send = async (some: HomeBlocks) => {
    const view = { type: "home" as const, blocks: some };
    const answer = await client.views.publish({ user_id: userId, view, ...(over === undefined ? {} : { hash: over }) });
    return answer.view?.hash;
  };
  if (withoutCharts.has(client)) {
    return send(plainer);
  }
  try {
    return await send(blocks);
  } catch (failure) {
    if (!REFUSED_BLOCKS.has(readFailure(failure).platform ?? "")) {
      throw failure;
    }
    withoutCharts.add(client);
    return send(plainer);
  }
}
