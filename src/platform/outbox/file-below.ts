/**
 * The file below a message: a promise of its own, made in the transaction that says that the message was sent, so that a desk that
 * dies between the two still brings it. Slack gives a file its id before anybody sees it: noted first, a look-up finds it by that.
 */
import { z } from "zod";
import type { Context } from "../context.ts";
import type { OutboxRow } from "../storage/index.ts";
import type { View } from "../view.ts";
import { promise } from "./promise.ts";
import { type DueMessage, dueMessage, type Renderers } from "./renderers.ts";

/** Nobody reads it in another's place: the words are there, and say the same. */
export const FILE_BELOW = "delivery.file";

export async function promiseFile(tx: Context, { id, key, personId, slotOn }: OutboxRow): Promise<void> {
  if (personId !== null) {
    await promise(tx, {
      ...{ key: `${key}:file`, kind: FILE_BELOW, personId, refs: { below: id } },
      ...(slotOn === null ? {} : { slotOn }),
    });
  }
}

/** Drawn anew with the message that it stands below; nothing where there is none any more. */
export function drawBelow(renderers: Renderers) {
  return async (ctx: Context, { refs, personId, editing }: DueMessage): Promise<View | undefined> => {
    const row = await ctx.db.outboxMessage.findUnique({ where: { id: refs.below ?? "" }, include: { items: true } });
    const renderer = row === null || editing ? undefined : renderers.of(row.kind);
    return row === null ? undefined : renderer?.(ctx, dueMessage(row, personId, false));
  };
}

const noted = z.object({ fileId: z.string() });

/** What is kept of a file as rendered, before it is shown. */
export const noteOf = (fileId: string): string => JSON.stringify({ fileId } satisfies z.infer<typeof noted>);

/** Slack's id of the file; nothing where it cannot have been shown yet. */
export function fileIdOf({ rendered }: Pick<OutboxRow, "rendered">): string | undefined {
  return rendered === null ? undefined : noted.parse(JSON.parse(rendered)).fileId;
}
