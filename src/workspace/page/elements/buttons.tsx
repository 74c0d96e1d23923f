import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { say } from "../say.ts";
import { type Shape, shapes, textOf, word } from "../shape.ts";
import { safeAddress } from "../words/address.ts";
import { PlainText } from "../words/words.tsx";
import { type ElementProps, useDispatch } from "./element-props.ts";
import { ListPopup } from "./popup.tsx";

export function Button({ element, blockId, labels }: ElementProps) {
  const { send, confirmed, busy } = useDispatch(element, blockId);
  const press = async (): Promise<void> => {
    if (!(await confirmed())) {
      return;
    }
    const url = safeAddress(word(element.url));
    if (url !== null) {
      window.open(url, "_blank", "noopener");
    }
    await send(element.value === undefined ? {} : { value: element.value });
  };
  return (
    <button
      type="button"
      id={labels.id}
      class={`button ${word(element.style)}`}
      aria-label={word(element.accessibility_label) || undefined}
      aria-busy={busy}
      data-focus={`${blockId}/${word(element.action_id)}`}
      onClick={() => void press()}
    >
      <PlainText text={element.text} />
      {word(element.url) !== "" && (
        <span aria-hidden="true" class="out">
          {" "}
          ↗
        </span>
      )}
    </button>
  );
}

/** The "…" menu. Each choice is a link, an action, or both. */
export function Overflow({ element, blockId, labels }: ElementProps) {
  const { send, confirmed } = useDispatch(element, blockId);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const choose = async (option: Shape): Promise<void> => {
    setOpen(false);
    opener.current?.focus();
    if (!(await confirmed())) {
      return;
    }
    const url = safeAddress(word(option.url));
    if (url !== null) {
      window.open(url, "_blank", "noopener");
    }
    await send({ selected_option: option });
  };
  return (
    <>
      <button
        type="button"
        ref={opener}
        id={labels.id}
        class="button overflow"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={say("More actions")}
        data-focus={`${blockId}/${word(element.action_id)}`}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (open && event.key === "Escape") {
            event.stopPropagation();
            setOpen(false);
          }
        }}
      >
        ⋯
      </button>
      {open && (
        <Menu
          anchor={opener.current}
          options={shapes(element.options)}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface MenuProps {
  anchor: HTMLElement | null;
  options: Shape[];
  onChoose(option: Shape): Promise<void>;
  onClose(): void;
}

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

function Menu({ anchor, options, onChoose, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const items = (): HTMLButtonElement[] => [...(menu.current?.querySelectorAll("button") ?? [])];
  // Before the next key: an Escape that follows at once must find the focus in the menu.
  useLayoutEffect(() => {
    items()[0]?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = items().findIndex((item) => item.matches(":focus"));
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      items()[step(at, options.length - 1)]?.focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      anchor?.focus();
    }
  };
  const onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && (menu.current?.contains(to) || anchor?.contains(to)))) {
      onClose();
    }
  };
  return (
    <ListPopup anchor={anchor} wide={false}>
      <div
        role="menu"
        tabIndex={-1}
        aria-label={say("More actions")}
        ref={menu}
        onKeyDown={onKeyDown}
        onFocusOut={onFocusOut}
      >
        {options.map((option, index) => (
          <button type="button" role="menuitem" class="choice" key={index} onClick={() => void onChoose(option)}>
            <PlainText text={option.text} />
            {textOf(option.description) !== "" && (
              <small>
                <PlainText text={option.description} />
              </small>
            )}
          </button>
        ))}
      </div>
    </ListPopup>
  );
}
