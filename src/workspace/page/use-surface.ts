import { useReducer } from "preact/hooks";
import type { SlackBlock, WorkspaceView } from "../contract.ts";
import { complaintAbout } from "./checks.ts";
import { fieldsOf, fieldValue, settle } from "./fields.ts";
import { type Shape, shape, word } from "./shape.ts";
import { type Form, type Surface, useWorkspace, type Where } from "./surface.ts";

/** The blocks of one view or message made operable: their values, and what is wrong with them. */
export function useBlocks(
  key: string,
  where: Where,
  blocks: readonly SlackBlock[],
  dispatched: Record<string, Shape> = {},
  errors: Record<string, string> = {},
): Surface {
  const form = useWorkspace().form(key);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  form.values = settle(form.values, blocks, dispatched);
  const told = Object.entries(errors).filter(([blockId]) => !form.mended.has(blockId));
  return {
    where,
    form,
    problems: { ...Object.fromEntries(told), ...form.complaints },
    redraw: () => redraw(undefined),
  };
}

export function formKey(view: WorkspaceView): string {
  return `${view.type} ${view.id}`;
}

/** Notes what Slack's client would refuse to send; true when all may go. */
export function checked(form: Form, blocks: readonly SlackBlock[]): boolean {
  form.mended.clear();
  form.complaints = {};
  for (const field of fieldsOf(blocks)) {
    const type = word(field.element.type);
    const value = form.values[field.blockId]?.[word(field.element.action_id)] ?? fieldValue(type, null);
    const complaint = field.input === null ? null : complaintAbout(field, value);
    if (complaint !== null) {
      form.complaints[field.blockId] = complaint;
    }
  }
  return Object.keys(form.complaints).length === 0;
}

/** A view's known values, as shapes. */
export function dispatchedValues(view: WorkspaceView): Record<string, Shape> {
  return Object.fromEntries(Object.entries(view.values).map(([blockId, values]) => [blockId, shape(values)]));
}
