/** Where a modal goes that a person opens from anywhere. */
import type { Reply } from "./door.ts";
import type { ModalView } from "./modal.ts";
import type { Click } from "./payload.ts";

/**
 * From a message or the Home tab on its own; from another's modal on top of it, as long as Slack takes one more; in one whose ids
 * begin with `own`, in its place.
 */
export async function showInPlace(
  own: string,
  click: Click,
  reply: Reply,
  build: () => Promise<ModalView>,
): Promise<void> {
  const place = click.view?.callbackId ?? "";
  if (place === "") {
    return reply.openModal(build);
  }
  await (place.startsWith(own) || click.view?.isThird === true
    ? reply.updateModal(await build())
    : reply.pushModal(build));
}
