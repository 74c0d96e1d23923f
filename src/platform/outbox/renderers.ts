/** What each kind of message says, made from the facts of the moment it is sent or edited. Features register here. */
import type { Context } from "../context.ts";
import type { ClaimedRow } from "../storage/index.ts";
import type { View } from "../view.ts";

export interface DueMessage {
  readonly id: string;
  readonly kind: string;
  readonly personId: string;
  readonly slotOn: string | null;
  readonly createdAt: Date;
  readonly refs: Readonly<Record<string, string>>;
  readonly items: readonly { readonly kind: string; readonly id: string; readonly stage: string }[];
  /** Already in Slack, and drawn again because a fact changed. */
  readonly editing: boolean;
}

export function dueMessage(row: ClaimedRow, personId: string, editing: boolean): DueMessage {
  const refs: Record<string, string> = JSON.parse(row.refs);
  return {
    id: row.id,
    kind: row.kind,
    personId,
    slotOn: row.slotOn,
    createdAt: row.createdAt,
    refs,
    items: row.items.map((item) => ({ kind: item.subjectKind, id: item.subjectId, stage: item.stage })),
    editing,
  };
}

/** Nothing to say any more: a message not yet sent is called off, one already sent stays as it is. */
export type Renderer = (ctx: Context, message: DueMessage) => Promise<View | undefined>;

export interface MessageClass {
  /**
   * Where nobody can find out whether it arrived, it is said again: a reminder, a list. What tells of a decision or hands
   * something over is said once or not at all, and the administrators are told.
   */
  readonly mayRepeat: boolean;
  /** A file may stand below it, which is asked for where the message was found in Slack after its sender had died. */
  readonly mayHaveFile?: boolean;
}

/** The class of what only reminds. */
export const REMINDER: MessageClass = { mayRepeat: true };

export class Renderers {
  private readonly byKind = new Map<string, { readonly renderer: Renderer } & MessageClass>();

  add(kind: string, renderer: Renderer, ofClass: MessageClass = { mayRepeat: false }): void {
    if (this.byKind.has(kind)) {
      throw new Error(`two renderers for ${kind}`);
    }
    this.byKind.set(kind, { renderer, ...ofClass });
  }

  of(kind: string): Renderer | undefined {
    return this.byKind.get(kind)?.renderer;
  }

  mayRepeat(kind: string): boolean {
    return this.byKind.get(kind)?.mayRepeat ?? false;
  }

  mayHaveFile(kind: string): boolean {
    return this.byKind.get(kind)?.mayHaveFile ?? false;
  }
}
