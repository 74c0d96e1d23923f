import { useRef } from "preact/hooks";
import { count, word } from "../shape.ts";
import { useWorkspace } from "../surface.ts";
import { localMinute, momentAt } from "../zone.ts";
import { type ElementProps, named, placeholderOf, useField } from "./element-props.ts";

const KINDS: Record<string, string> = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };

/** Date, time, or both. The last is a moment: seconds, read in the person's time zone. */
export function DateField(props: ElementProps) {
  const { element, labels, blockId } = props;
  const { me } = useWorkspace().snapshot;
  const field = useField(props);
  const typing = useRef(false);
  const waiting = useRef(false);
  const moment = element.type === "datetimepicker";
  const zone = word(element.timezone) || me.timeZone;
  const seconds = count(field.inner);
  const shown = moment ? (seconds === undefined ? "" : localMinute(seconds * 1000, me.timeZone)) : word(field.inner);
  const stored = (text: string): unknown => {
    const at = moment ? momentAt(text, me.timeZone) : null;
    return moment ? (at === null ? null : at / 1000) : text === "" ? null : text;
  };
  // While a date is being typed, every digit makes a new valid date; only the finished one is told.
  const change = (text: string): void => {
    if (typing.current && props.dispatches) {
      field.keep(stored(text));
      waiting.current = true;
    } else {
      void field.choose(stored(text));
    }
  };
  const finish = (): void => {
    typing.current = false;
    if (waiting.current) {
      waiting.current = false;
      void field.tell();
    }
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    typing.current = key !== "Tab" && key !== "Enter";
    if (key === "Enter") {
      finish();
    }
  };
  return (
    <span class="date">
      <input
        {...named(labels)}
        type={KINDS[word(element.type)] ?? "date"}
        value={shown}
        title={placeholderOf(element) || undefined}
        data-focus={`${blockId}/${word(element.action_id)}`}
        onKeyDown={onKeyDown}
        onMouseDown={() => {
          typing.current = false;
        }}
        onInput={(event) => change(event.currentTarget.value)}
        onBlur={finish}
      />
      {element.type === "timepicker" && word(element.timezone) !== "" && <small>{zone}</small>}
    </span>
  );
}
