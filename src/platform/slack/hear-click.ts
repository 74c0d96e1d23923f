/** Buttons, menus and inputs that tell us their value. */
import { translator } from "../../texts/index.ts";
import { noteActed } from "../outbox/acted.ts";
import type { ClickListener } from "./door.ts";
import { asKnownPerson, type Ears, keptBefore } from "./ears.ts";
import { refusedAtDoor, sentenceView } from "./known-person.ts";
import { type Click, readClick } from "./payload.ts";
import { placeOfClick } from "./reply.ts";

const LATEST_ACK_MS = 2000;

export async function hearClick(ears: Ears, body: unknown, ack: () => Promise<void>): Promise<void> {
  const { click, key } = readClick(body);
  const listener = ears.door.clicks.get(click.action);
  if (listener === undefined || listener.draft) {
    await runBefore(ack, () => runClick(ears, listener, click));
    return;
  }
  const kind = listener.again ? "decision" : "click";
  const place = placeOfClick(click, translator("en"));
  await keptBefore(ears, { key, kind, body, place }, ack, () => runClick(ears, listener, click));
}

/**
 * A draft save is no delivery that would be run again after a crash, so its acknowledgement has to wait until it is stored.
 * Slack waits three seconds for one: a save that takes nearly as long goes on without it.
 */
async function runBefore(ack: () => Promise<void>, run: () => Promise<void>): Promise<void> {
  const done = run();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resume) => {
    timer = setTimeout(resume, LATEST_ACK_MS);
  });
  await Promise.race([done, late]);
  clearTimeout(timer);
  await ack();
  await done;
}

/** Again, from what was kept: the trigger is long gone, so nothing can be opened. */
export async function runClickAgain(ears: Ears, body: unknown): Promise<void> {
  const { click } = readClick(body);
  await runClick(ears, ears.door.clicks.get(click.action), { ...click, triggerId: undefined });
}

async function runClick(ears: Ears, listener: ClickListener | undefined, click: Click): Promise<void> {
  await asKnownPerson(ears, placeOfClick(click, translator("en")), async (ctx, reply) => {
    if (listener === undefined) {
      // A button of an older release, in a message that stands for ever.
      await reply.tell(sentenceView(ctx.t, ctx.t("refusal.out_of_date")));
      return;
    }
    const refused = refusedAtDoor(ctx, listener.verb);
    if (refused !== undefined) {
      await reply.tell(refused);
      return;
    }
    await listener.run(ctx, click, reply);
    if (click.inHome === true && listener.again) {
      await reply.showHome();
    }
    await noteActed(ears.parts, click.message);
  });
}
