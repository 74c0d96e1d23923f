import { useEffect, useRef } from "preact/hooks";
import { say } from "../say.ts";
import { count, isShape, shape, shapes, word, words } from "../shape.ts";
import { type ElementProps, type FieldHandle, named, placeholderOf, useField } from "./element-props.ts";

const QUIET_MS = 400;

const MODES: Record<string, { type: string; inputMode: "text" | "decimal" | "email" | "url" }> = {
  plain_text_input: { type: "text", inputMode: "text" },
  number_input: { type: "text", inputMode: "decimal" },
  email_text_input: { type: "email", inputMode: "email" },
  url_text_input: { type: "url", inputMode: "url" },
};

interface Telling {
  typed(): void;
  entered(): void;
}

/** When a typed text is told to the app: on Enter, or shortly after the last character. */
function useTelling({ element, dispatches }: ElementProps, field: FieldHandle): Telling {
  const timer = useRef(0);
  const latest = useRef(field);
  latest.current = field;
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const asked = words(shape(element.dispatch_action_config).trigger_actions_on);
  const on = asked.length > 0 ? asked : ["on_enter_pressed"];
  return {
    typed() {
      window.clearTimeout(timer.current);
      if (dispatches && on.includes("on_character_entered")) {
        timer.current = window.setTimeout(() => void latest.current.tell(), QUIET_MS);
      }
    },
    entered() {
      if (dispatches && on.includes("on_enter_pressed")) {
        window.clearTimeout(timer.current);
        void latest.current.tell();
      }
    },
  };
}

/** Plain text, numbers, e-mail and web addresses. */
export function TextField(props: ElementProps) {
  const { element, labels, blockId } = props;
  const field = useField(props);
  const telling = useTelling(props, field);
  const text = word(field.inner);
  const write = (typed: string, composing: boolean): void => {
    field.keep(typed === "" ? null : typed);
    if (!composing) {
      telling.typed();
    }
  };
  const shared = {
    ...named(labels),
    value: text,
    placeholder: placeholderOf(element),
    "data-focus": `${blockId}/${word(element.action_id)}`,
    onCompositionEnd: telling.typed,
  };
  const multiline = element.multiline === true;
  return (
    <>
      {multiline ? (
        <textarea {...shared} rows={3} onInput={(event) => write(event.currentTarget.value, event.isComposing)} />
      ) : (
        <input
          {...shared}
          {...MODES[word(element.type)]}
          autocomplete="off"
          onInput={(event) => write(event.currentTarget.value, event.isComposing)}
          onKeyDown={(event) => {
            // A form must not go out because somebody finished a number with Enter.
            if (event.key === "Enter" && !event.isComposing) {
              event.preventDefault();
              telling.entered();
            }
          }}
        />
      )}
      <Remaining length={text.length} longest={count(element.max_length)} />
    </>
  );
}

function Remaining({ length, longest }: { length: number; longest: number | undefined }) {
  if (longest === undefined || length < longest * 0.8) {
    return null;
  }
  return (
    <span class={`remaining${length > longest ? " over" : ""}`}>
      {say("{length} of {longest}", { length, longest })}
    </span>
  );
}

function plainOf(richText: unknown): string {
  const lines = shapes(shape(richText).elements).map((part) =>
    shapes(part.elements)
      .map(({ text }) => word(text))
      .join(""),
  );
  return lines.join("");
}

/** Rich text, entered as plain lines: the value has the right form, without styles. */
export function RichTextField(props: ElementProps) {
  const { element, labels } = props;
  const field = useField(props);
  const telling = useTelling(props, field);
  const write = (typed: string): void => {
    const section = { type: "rich_text_section", elements: [{ type: "text", text: typed }] };
    field.keep(typed === "" ? null : { type: "rich_text", elements: [section] });
    telling.typed();
  };
  return (
    <textarea
      {...named(labels)}
      rows={4}
      placeholder={placeholderOf(element)}
      value={isShape(field.inner) ? plainOf(field.inner) : ""}
      onInput={(event) => write(event.currentTarget.value)}
    />
  );
}
