import { useState } from "preact/hooks";
import { bare, type FieldValue, fieldValue } from "../fields.ts";
import { isShape, type Shape, shape, word } from "../shape.ts";
import { useSurface, useWorkspace } from "../surface.ts";

/** How an element is told apart by a screen reader. */
export interface Labels {
  id: string;
  labelledBy?: string;
  label?: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
}

export interface ElementProps {
  element: Shape;
  blockId: string;
  labels: Labels;
  /** Whether a change is sent to the app at once. */
  dispatches: boolean;
}

/** The attributes that every control carries. */
export function named(labels: Labels): Record<string, string | boolean | undefined> {
  return {
    id: labels.id,
    "aria-labelledby": labels.labelledBy,
    "aria-label": labels.label,
    "aria-describedby": labels.describedBy,
    "aria-invalid": labels.invalid ? "true" : undefined,
    "aria-required": labels.required ? "true" : undefined,
    "data-control": true,
  };
}

interface Dispatch {
  busy: boolean;
  send(payload: Shape): Promise<void>;
  /** False when the element asks for confirmation and the person declined. */
  confirmed(): Promise<boolean>;
}

/** Sends block actions of one element, with the present values of its whole view. */
export function useDispatch(element: Shape, blockId: string): Dispatch {
  const workspace = useWorkspace();
  const surface = useSurface();
  const [pending, setPending] = useState(0);
  return {
    busy: pending > 0,
    async confirmed() {
      return isShape(element.confirm) ? workspace.ask(element.confirm) : true;
    },
    async send(payload) {
      if (surface === null) {
        return;
      }
      setPending((before) => before + 1);
      const actionId = word(element.action_id);
      await workspace.act({
        kind: "block_action",
        where: surface.where,
        blockId,
        actionId,
        payload,
        values: surface.form.values,
      });
      setPending((before) => before - 1);
    },
  };
}

export interface FieldHandle {
  inner: unknown;
  /** Stores the value without telling the app. */
  keep(inner: unknown): void;
  /** Stores the value and, where the element dispatches, tells the app. */
  choose(inner: unknown): Promise<void>;
  /** Tells the app the value as it stands. */
  tell(): Promise<void>;
}

function payloadOf(value: FieldValue): Shape {
  const { type: _type, ...payload } = value;
  return payload;
}

export function useField({ element, blockId, dispatches }: ElementProps): FieldHandle {
  const surface = useSurface();
  const { send, confirmed } = useDispatch(element, blockId);
  const type = word(element.type);
  const actionId = word(element.action_id);
  const value = surface?.form.values[blockId]?.[actionId] ?? fieldValue(type, null);
  const keep = (inner: unknown): void => {
    if (surface !== null) {
      const { form } = surface;
      form.values = { ...form.values, [blockId]: { ...form.values[blockId], [actionId]: fieldValue(type, inner) } };
      form.mended.add(blockId);
      delete form.complaints[blockId];
      surface.redraw();
    }
  };
  // The form, not this drawing's value: a timer may tell long after the drawing that set it.
  const tell = (): Promise<void> =>
    send(payloadOf(surface?.form.values[blockId]?.[actionId] ?? fieldValue(type, null)));
  return {
    inner: bare(value),
    keep,
    tell,
    async choose(inner) {
      if (!dispatches) {
        keep(inner);
      } else if (await confirmed()) {
        keep(inner);
        await tell();
      }
    },
  };
}

export function placeholderOf(element: Shape): string {
  return word(shape(element.placeholder).text);
}
